-- Organisations and schools, their people, and what makes some of them partners.
create table tenant (
    id         uuid primary key,
    version    bigint                   not null,
    name       varchar(120)             not null,
    domain     varchar(253)             not null unique,
    country    varchar(2)               not null,
    standing   varchar(20)              not null,
    demo       boolean                  not null,
    created_at timestamp with time zone not null
);

create table account (
    id            uuid primary key,
    version       bigint                   not null,
    tenant_id     uuid                     not null references tenant,
    email         varchar(254)             not null unique,
    name          varchar(120)             not null,
    password_hash varchar(255)             not null,
    language      varchar(10)              not null,
    time_zone     varchar(60)              not null,
    theme         varchar(10)              not null,
    standing      varchar(20)              not null,
    created_at    timestamp with time zone not null
);
create index account_tenant on account (tenant_id);

create table account_role (
    account_id uuid        not null references account,
    role       varchar(60) not null,
    primary key (account_id, role)
);

create table partner_profile (
    tenant_id     uuid primary key references tenant,
    version       bigint       not null,
    phone         varchar(40)  not null,
    support_email varchar(254) not null
);
