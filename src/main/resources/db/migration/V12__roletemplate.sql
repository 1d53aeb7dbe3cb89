-- A set of roles by job, which a partner keeps to fill its offers with. The name in lower case makes it the only one.
create table role_template (
    id         uuid primary key,
    version    bigint                   not null,
    partner_id uuid                     not null references tenant,
    name       varchar(60)              not null,
    name_key   varchar(120)             not null,
    created_by varchar(120)             not null,
    created_at timestamp with time zone not null,
    unique (partner_id, name_key)
);

-- The Entra roles of a set; one that can no longer be asked for stays here until somebody changes the set.
create table role_template_role (
    template_id      uuid        not null references role_template,
    role_template_id varchar(36) not null,
    primary key (template_id, role_template_id)
);
