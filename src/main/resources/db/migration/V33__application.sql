-- Apps that line-of-business partners make for one customer.
create table application (
    id             uuid primary key,
    version        bigint                   not null,
    customer_id    uuid                     not null references tenant,
    partner_id     uuid                     not null references partner_profile,
    name           varchar(80)              not null,
    description_en varchar(2000)            not null,
    description_ja varchar(2000)            not null,
    platform       varchar(20)              not null,
    -- all of it that people search for, in lower case
    words          varchar(4200)            not null,
    created_at     timestamp with time zone not null,
    created_by     varchar(120)             not null
);
create index application_customer on application (customer_id, id);
create index application_partner on application (partner_id, customer_id, id);
create index application_partner_all on application (partner_id, id);

-- Their versions, each with one package that never changes.
create table application_version (
    id             uuid primary key,
    version        bigint                   not null,
    application_id uuid                     not null references application,
    version_number varchar(23)              not null,
    -- the same with its parts filled up with zeros, so that it sorts; 1.2 and 1.2.0 are one
    number_key     varchar(23)              not null,
    notes          varchar(4000)            not null,
    file_id        uuid                     not null unique,
    -- where its package lies, whatever the setting says today
    storage        varchar(20)              not null,
    file_name      varchar(120)             not null,
    file_type      varchar(20)              not null,
    bytes          bigint                   not null,
    sha256         varchar(64)              not null,
    status         varchar(20)              not null,
    created_at     timestamp with time zone not null,
    created_by     varchar(120)             not null,
    submitted_at   timestamp with time zone,
    submitted_by   varchar(120),
    submitter_id   uuid,
    decided_at     timestamp with time zone,
    decided_by     varchar(120),
    decider_id     uuid,
    reason         varchar(1000),
    retired_at     timestamp with time zone,
    retired_by     varchar(120),
    unique (application_id, number_key),
    check (status = 'DRAFT' or submitted_at is not null),
    -- one by one: of several H2 makes an "in", which it can't judge any more once the connection is closed that made the table
    check (status <> 'PUBLISHED' or decided_at is not null),
    check (status <> 'REJECTED' or decided_at is not null),
    check (status <> 'RETIRED' or decided_at is not null),
    check ((status = 'REJECTED') = (reason is not null)),
    check ((status = 'RETIRED') = (retired_at is not null))
);
create index application_version_status on application_version (application_id, status, number_key);

-- Packages that are kept in the database, in pieces of 1 MB, so that none is ever whole in memory.
create table application_chunk (
    file_id uuid                     not null,
    place   integer                  not null,
    content bytea                    not null,
    kept_at timestamp with time zone not null,
    primary key (file_id, place)
);
