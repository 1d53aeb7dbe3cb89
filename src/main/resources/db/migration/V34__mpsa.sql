-- Which two MPSA partners of a customer may see each other's purchases: one row for each pair there ever was.
create table mpsa_consent (
    id                     uuid primary key,
    version                bigint                   not null,
    customer_id            uuid                     not null references tenant,
    -- a pair has no order: the one with the smaller id comes first
    first_partner_id       uuid                     not null references partner_profile,
    second_partner_id      uuid                     not null references partner_profile,
    -- the relationships that it was given for; it counts as long as both are in force, and for no later ones
    first_relationship_id  uuid                     not null references relationship,
    second_relationship_id uuid                     not null references relationship,
    allowed_at             timestamp with time zone not null,
    allowed_by             varchar(120)             not null,
    taken_back_at          timestamp with time zone,
    unique (customer_id, first_partner_id, second_partner_id),
    check (first_partner_id < second_partner_id)
);
