-- One partner, one customer, one partner type, with terms; one id through its whole life.
create table relationship (
    id            uuid primary key,
    version       bigint                   not null,
    reference     varchar(20)              not null unique,
    partner_id    uuid                     not null references tenant,
    customer_id   uuid                     not null references tenant,
    type          varchar(40)              not null,
    name          varchar(50)              not null,
    status        varchar(20)              not null,
    duration_days integer,
    auto_extend   boolean                  not null,
    started_at    timestamp with time zone not null,
    ends_at       timestamp with time zone,
    ended_at      timestamp with time zone
);
create index relationship_customer on relationship (customer_id, id);
create index relationship_partner on relationship (partner_id, id);

-- Roles only ever go: a removed one keeps its row, with when and by whom.
create table delegated_role (
    relationship_id  uuid                     not null references relationship,
    role_template_id varchar(36)              not null,
    granted_at       timestamp with time zone not null,
    removed_at       timestamp with time zone,
    removed_by       varchar(120),
    primary key (relationship_id, role_template_id)
);
