-- Who holds the licences of a subscription; as many rows as it has licences, at most, which its lock sees to.
create table license (
    id              uuid primary key,
    version         bigint                   not null,
    subscription_id uuid                     not null references subscription,
    customer_id     uuid                     not null references tenant,
    account_id      uuid                     not null references account,
    assigned_at     timestamp with time zone not null,
    unique (subscription_id, account_id)
);
create index license_account on license (customer_id, account_id);
