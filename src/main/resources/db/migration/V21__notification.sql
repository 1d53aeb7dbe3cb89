-- Which mails each person does without, and the addresses of an organisation that get its mails too.
create table mail_choice (
    account_id uuid primary key references account,
    version    bigint not null
);

create table mail_choice_unwanted (
    account_id uuid        not null references mail_choice,
    topic      varchar(20) not null,
    primary key (account_id, topic)
);

create table notification_address (
    id           uuid primary key,
    version      bigint                   not null,
    tenant_id    uuid                     not null references tenant,
    email        varchar(254)             not null,
    language     varchar(10)              not null,
    time_zone    varchar(60)              not null,
    link_sha256  varchar(64)              not null unique,
    added_by     varchar(120)             not null,
    added_at     timestamp with time zone not null,
    confirmed_at timestamp with time zone,
    removed_at   timestamp with time zone,
    -- one row for each address, however often it goes and comes back
    unique (tenant_id, email)
);

create table notification_address_topic (
    address_id uuid        not null references notification_address,
    topic      varchar(20) not null,
    primary key (address_id, topic)
);

-- When the addressee of an invitation is reminded next.
alter table invitation add column remind_at timestamp with time zone;
update invitation set remind_at = expires_at - interval '1' day
where status = 'PENDING' and expires_at - interval '1' day > sent_at;
create index invitation_remind on invitation (status, remind_at);
