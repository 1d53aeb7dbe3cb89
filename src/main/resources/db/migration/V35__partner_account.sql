-- Whose person uses the account, where that is a partner; null for the organisation's own people.
alter table account add column employer_id uuid references partner_profile;
-- Whether the organisation itself has switched it off, and so may switch it on again; false where the operator has.
alter table account add column disabled_by_tenant boolean default false not null;

-- Accounts in a customer's tenant that it made for people of a partner, each by one relationship.
create table partner_account (
    id              uuid primary key,
    version         bigint                   not null,
    account_id      uuid                     not null unique references account,
    customer_id     uuid                     not null references tenant,
    partner_id      uuid                     not null references partner_profile,
    relationship_id uuid                     not null references relationship,
    created_at      timestamp with time zone not null,
    created_by      varchar(120)             not null
);
create index partner_account_relationship on partner_account (relationship_id, id);

-- What the customer let an account have of the relationship's roles; what it gives is asked of the relationship each time.
create table partner_account_role (
    partner_account_id uuid        not null references partner_account,
    role_id            varchar(36) not null,
    primary key (partner_account_id, role_id)
);
