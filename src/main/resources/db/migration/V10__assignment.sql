-- Security groups of a partner's own people, which of a relationship's roles each group has, and who used what when.
create table security_group (
    id         uuid primary key,
    version    bigint                   not null,
    partner_id uuid                     not null references tenant,
    kind       varchar(20)              not null,
    name       varchar(60)              not null,
    -- the name in lower case, empty for the group of all admin agents; null once the group is deleted, which frees it
    name_key   varchar(180),
    created_at timestamp with time zone not null,
    deleted_at timestamp with time zone,
    unique (partner_id, name_key)
);

create table security_group_member (
    group_id   uuid not null references security_group,
    account_id uuid not null references account,
    primary key (group_id, account_id)
);
create index security_group_member_account on security_group_member (account_id);

-- A removed assignment keeps its row, with when and by whom.
create table assignment (
    id              uuid primary key,
    version         bigint                   not null,
    partner_id      uuid                     not null references tenant,
    customer_id     uuid                     not null references tenant,
    relationship_id uuid                     not null references relationship,
    group_id        uuid                     not null references security_group,
    -- the group again, and null once the assignment is removed: so each group has at most one that counts
    active_group_id uuid references security_group,
    created_at      timestamp with time zone not null,
    created_by_id   uuid references account,
    created_by      varchar(120)             not null,
    changed_at      timestamp with time zone not null,
    removed_at      timestamp with time zone,
    removed_by      varchar(120),
    unique (relationship_id, active_group_id)
);
create index assignment_parties on assignment (customer_id, partner_id);
create index assignment_group on assignment (active_group_id, id);

create table assignment_role (
    assignment_id    uuid        not null references assignment,
    role_template_id varchar(36) not null,
    primary key (assignment_id, role_template_id)
);

-- When each person last used each role; written at most every few minutes.
create table role_use (
    relationship_id  uuid                     not null references relationship,
    role_template_id varchar(36)              not null,
    account_id       uuid                     not null references account,
    customer_id      uuid                     not null references tenant,
    last_used_at     timestamp with time zone not null,
    primary key (relationship_id, role_template_id, account_id)
);
create index role_use_customer on role_use (customer_id);

-- What is there already is assigned as everything new is: all roles to all admin agents.
insert into security_group (id, version, partner_id, kind, name, name_key, created_at)
select gen_random_uuid(), 0, p.tenant_id, 'ALL_ADMIN_AGENTS', '', '', current_timestamp from partner_profile p;

insert into assignment (id, version, partner_id, customer_id, relationship_id, group_id, active_group_id,
    created_at, created_by, changed_at)
select gen_random_uuid(), 0, r.partner_id, r.customer_id, r.id, g.id, g.id, r.started_at, '', r.started_at
from relationship r join security_group g on g.partner_id = r.partner_id
where r.status = 'ACTIVE' and exists (
    select 1 from delegated_role d where d.relationship_id = r.id and d.removed_at is null);

insert into assignment_role (assignment_id, role_template_id)
select a.id, d.role_template_id
from assignment a join delegated_role d on d.relationship_id = a.relationship_id
where d.removed_at is null;
