-- On whose behalf somebody acted, and the order in which histories are read.
alter table trail_entry add column on_behalf_of_id uuid;
drop index trail_customer;
drop index trail_partner;
create index trail_customer on trail_entry (customer_id, at, id);
create index trail_partner on trail_entry (partner_id, at, id);

-- Rows that wait to be sealed: written with the row, so that one that commits late is not missed.
create table trail_unsealed (
    entry_id uuid primary key
);
insert into trail_unsealed select id from trail_entry;

-- The chain: each row of the trail gets a number without gaps and a hash over the one before it and its own text.
-- The reference keeps a sealed row from being deleted.
create table trail_seal (
    number   bigint primary key,
    entry_id uuid        not null unique references trail_entry,
    form     integer     not null,
    hash     varchar(64) not null
);

-- The chain's end, kept apart so that a chain cut short is noticed; its lock lets one sealer work at a time.
create table trail_head (
    id     integer primary key check (id = 1),
    number bigint      not null,
    hash   varchar(64) not null
);
insert into trail_head (id, number, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
