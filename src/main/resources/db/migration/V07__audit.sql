-- The trail: one row for everything that happened; rows are added, never changed.
create table trail_entry (
    id          uuid primary key,
    at          timestamp with time zone not null,
    kind        varchar(60)              not null,
    person_id   uuid,
    person_name varchar(120)             not null,
    tenant_id   uuid,
    customer_id uuid,
    partner_id  uuid,
    subject_id  uuid                     not null,
    details     text                     not null,
    address     varchar(60)              not null,
    request_id  varchar(40)              not null
);
create index trail_customer on trail_entry (customer_id, id);
create index trail_partner on trail_entry (partner_id, id);
