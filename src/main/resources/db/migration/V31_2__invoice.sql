-- What customers have to pay, with the names of the day; rows are added, never changed.
create table invoice (
    id                     uuid primary key,
    version                bigint                   not null,
    number                 varchar(11)              not null unique,
    customer_id            uuid                     not null references tenant,
    customer_name          varchar(120)             not null,
    seller_id              uuid references partner_profile,
    seller_name            varchar(120)             not null,
    subscription_id        uuid                     not null references subscription,
    subscription_reference varchar(11)              not null,
    reason                 varchar(20)              not null,
    product                varchar(40)              not null,
    term                   varchar(20)              not null,
    domain                 varchar(253)             not null,
    quantity               integer                  not null,
    currency               varchar(3)               not null,
    -- of one licence for a whole term, and of all together, in the currency's smallest units
    price                  bigint                   not null,
    amount                 bigint                   not null,
    period_from            timestamp with time zone not null,
    period_to              timestamp with time zone not null,
    issued_at              timestamp with time zone not null
);
create index invoice_customer on invoice (customer_id, id);
create index invoice_seller on invoice (seller_id, issued_at);
-- a term is paid once
create unique index invoice_term on invoice (subscription_id, reason, period_from);

-- What happened to subscriptions, for those who look after the bills; rows are added, never changed.
create table billing_notification (
    id              uuid primary key,
    version         bigint                   not null,
    customer_id     uuid                     not null references tenant,
    subscription_id uuid                     not null references subscription,
    reference       varchar(11)              not null,
    kind            varchar(40)              not null,
    product         varchar(40)              not null,
    domain          varchar(253)             not null,
    quantity        integer                  not null,
    ends_at         timestamp with time zone not null,
    person          varchar(120)             not null,
    at              timestamp with time zone not null
);
create index billing_notification_customer on billing_notification (customer_id, id);
