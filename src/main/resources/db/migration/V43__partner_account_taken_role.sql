-- The roles that the customer took from an account, for its person to read: when, and who did it.
create table partner_account_taken_role (
    partner_account_id uuid                     not null references partner_account,
    role_id            varchar(36)              not null,
    taken_at           timestamp with time zone not null,
    taken_by           varchar(120)             not null,
    primary key (partner_account_id, role_id)
);
