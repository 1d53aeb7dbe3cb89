-- Published versions of the Microsoft Customer Agreement, and who accepted which.
create table agreement (
    id           uuid primary key,
    name         varchar(40)              not null unique,
    sample       boolean                  not null,
    effective_at timestamp with time zone not null,
    published_at timestamp with time zone not null
);

create table agreement_text (
    agreement_id uuid        not null references agreement,
    language     varchar(10) not null,
    body         text        not null,
    sha256       varchar(64) not null,
    primary key (agreement_id, language)
);

create table agreement_acceptance (
    id             uuid primary key,
    reference      varchar(20)              not null unique,
    customer_id    uuid                     not null references tenant,
    agreement_id   uuid                     not null references agreement,
    agreement_name varchar(40)              not null,
    language       varchar(10)              not null,
    sha256         varchar(64)              not null,
    account_id     uuid                     not null references account,
    person_name    varchar(120)             not null,
    person_email   varchar(254)             not null,
    accepted_at    timestamp with time zone not null,
    address        varchar(60)              not null,
    browser        varchar(300)             not null,
    place          varchar(20)              not null,
    -- a customer accepts each version once
    unique (customer_id, agreement_id)
);
