-- An organisation on its way in: waits for the code that was mailed to its first person.
create table registration (
    id            uuid primary key,
    version       bigint                   not null,
    organisation  varchar(120)             not null,
    domain        varchar(253)             not null,
    country       varchar(2)               not null,
    name          varchar(120)             not null,
    email         varchar(254)             not null,
    language      varchar(10)              not null,
    time_zone     varchar(60)              not null,
    password_hash varchar(255)             not null,
    code_hash     varchar(255)             not null,
    tries         integer                  not null,
    expires_at    timestamp with time zone not null,
    confirmed_at  timestamp with time zone
);
create index registration_expiry on registration (expires_at);
