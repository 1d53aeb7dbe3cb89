-- Work of many rows, which a job goes through; each row gets its result once.
create table batch (
    id          uuid primary key,
    version     bigint                   not null,
    tenant_id   uuid                     not null references tenant,
    kind        varchar(40)              not null,
    name        varchar(120)             not null,
    setting     text                     not null,
    person_id   uuid                     not null references account,
    person_name varchar(120)             not null,
    state       varchar(20)              not null,
    size        integer                  not null,
    created_at  timestamp with time zone not null,
    started_at  timestamp with time zone,
    finished_at timestamp with time zone,
    waits_until timestamp with time zone,
    stop_reason varchar(80)
);
create index batch_tenant on batch (tenant_id, kind, id);
create index batch_age on batch (created_at);

create table batch_row (
    batch_id uuid        not null references batch,
    number   integer     not null,
    payload  text        not null,
    outcome  varchar(20) not null,
    problems text        not null,
    link_id  uuid,
    primary key (batch_id, number)
);
-- the job reads by it what waits, pages what is refused, and both how many there are of each
create index batch_row_outcome on batch_row (batch_id, outcome, number);

-- results of many switched at once are batches now; the old ones were kept for 30 days only
drop table bulk_switch_row;
drop table bulk_switch;

-- What makes two offers the same, as a SHA-256; and the same while an offer that a file brought is open, else null: of such
-- offers one is open at most.
alter table invitation add column offer_key varchar(64);
alter table invitation add column open_bulk_key varchar(64) unique;
create index invitation_offer on invitation (offer_key);
