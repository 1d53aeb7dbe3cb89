-- Devices that partners registered for customers.
create table device (
    id            uuid primary key,
    version       bigint                   not null,
    customer_id   uuid                     not null references tenant,
    partner_id    uuid                     not null references partner_profile,
    batch_name    varchar(120)             not null,
    serial        varchar(120)             not null,
    product_id    varchar(120)             not null,
    -- of the hardware hash; its 4,000 letters are not kept
    hash_sha256   varchar(64),
    manufacturer  varchar(120)             not null,
    model         varchar(120)             not null,
    group_tag     varchar(120)             not null,
    assigned_user varchar(254)             not null,
    -- all of it that people search for, in lower case
    words         varchar(2000)            not null,
    status        varchar(20)              not null,
    registered_at timestamp with time zone not null,
    registered_by varchar(120)             not null,
    removed_at    timestamp with time zone,
    removed_by    varchar(120),
    check ((status = 'REMOVED') = (removed_at is not null))
);
-- each list is read in the order of ids: all of a side's, those of one standing, those between two sides
create index device_customer on device (customer_id, id);
create index device_customer_status on device (customer_id, status, id);
create index device_partner on device (partner_id, id);
create index device_partner_status on device (partner_id, status, id);
create index device_between on device (partner_id, customer_id, id);

-- By what a registered device is known, each as a SHA-256: the hardware hash, the product id, serial with manufacturer and
-- model. One identity is one device of one customer; what a row lacks has no line here, and a removed device has none.
create table device_identity (
    identity  varchar(64) primary key,
    device_id uuid not null references device
);
create index device_identity_device on device_identity (device_id);
