-- Who has yet to choose a password: the operator makes such accounts, and a mailed link ends it.
alter table account add column password_chosen_at timestamp with time zone;
update account set password_chosen_at = created_at;

-- A mailed link by which a password is chosen: of its 256 random bits only the SHA-256 is here. It goes once it is used.
create table password_link (
    id         uuid primary key,
    version    bigint                   not null,
    account_id uuid                     not null references account,
    sha256     varchar(64)              not null unique,
    reason     varchar(20)              not null,
    made_at    timestamp with time zone not null,
    expires_at timestamp with time zone not null
);
create index password_link_account on password_link (account_id, made_at);
create index password_link_expiry on password_link (expires_at);

-- The one-time codes of a first start, one of each node: only their SHA-256 is here. They go once the portal is set up.
create table setup_code (
    sha256  varchar(64) primary key,
    made_at timestamp with time zone not null
);

-- The portal is set up once: there is room for one row.
create table setup (
    id          integer primary key check (id = 1),
    operator_id uuid                     not null references account,
    done_at     timestamp with time zone not null
);
