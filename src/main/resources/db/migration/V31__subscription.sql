-- Licences of a product, or a domain, that a customer has term by term. No seller: the customer bought it itself.
create table subscription (
    id            uuid primary key,
    version       bigint                   not null,
    reference     varchar(11)              not null unique,
    customer_id   uuid                     not null references tenant,
    seller_id     uuid references partner_profile,
    product       varchar(40)              not null,
    term          varchar(20)              not null,
    quantity      integer                  not null check (quantity > 0),
    -- for how many the present term was paid: they can come back after fewer without being paid again
    paid_quantity integer                  not null,
    currency      varchar(3)               not null,
    -- of one licence for one term, in the currency's smallest units
    price         bigint                   not null,
    domain        varchar(253)             not null,
    -- a domain is one customer's, until its subscription has ended
    domain_held   varchar(253) unique,
    started_at    timestamp with time zone not null,
    -- the end of so many terms from the start, as far as renewals are written down
    terms         integer                  not null check (terms > 0),
    ends_at       timestamp with time zone not null,
    canceled_at   timestamp with time zone,
    cancel_reason varchar(20),
    -- the end before which people were told of the renewal
    noticed_end   timestamp with time zone,
    ended_at      timestamp with time zone,
    -- the next thing that time does: a notice, a renewal or the end
    due_at        timestamp with time zone,
    check ((canceled_at is null) = (cancel_reason is null)),
    check (ended_at is null or (canceled_at is not null and domain_held is null))
);
create index subscription_customer on subscription (customer_id, id);
create index subscription_seller on subscription (seller_id, customer_id, id);
create index subscription_due on subscription (due_at, id);
