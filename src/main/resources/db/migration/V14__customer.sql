-- Renewals: which relationship an offer renews, and which relationship took its place.
alter table invitation add column renews_id uuid references relationship;
alter table invitation add column renews_reference varchar(20);
-- the same as renews_id while the offer is open, else null: one relationship has one open renewal at most
alter table invitation add column open_renewal_of uuid unique;
alter table relationship add column renewed_by_id uuid unique references relationship;

-- One switch of auto-extend for many relationships, and what became of each.
create table bulk_switch (
    id          uuid primary key,
    version     bigint                   not null,
    partner_id  uuid                     not null references tenant,
    person_name varchar(120)             not null,
    switched_on boolean                  not null,
    chosen      integer                  not null,
    started_at  timestamp with time zone not null
);
create index bulk_switch_partner on bulk_switch (partner_id, started_at);

create table bulk_switch_row (
    bulk_switch_id  uuid        not null references bulk_switch,
    ordinal         integer     not null,
    relationship_id uuid        not null references relationship,
    outcome         varchar(20) not null,
    refusal         varchar(80),
    primary key (bulk_switch_id, ordinal)
);
