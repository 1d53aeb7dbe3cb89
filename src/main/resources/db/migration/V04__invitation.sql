-- The mailed offer of a relationship: addressee, link, life time, answer. Of the link only the SHA-256 is kept.
create table invitation (
    id                uuid primary key,
    version           bigint                   not null,
    reference         varchar(20)              not null unique,
    partner_id        uuid                     not null references tenant,
    sender_id         uuid                     not null references account,
    sender_name       varchar(120)             not null,
    email             varchar(254)             not null,
    customer_id       uuid references tenant,
    language          varchar(10)              not null,
    type              varchar(40)              not null,
    relationship_name varchar(50)              not null,
    duration_days     integer,
    auto_extend       boolean                  not null,
    note              varchar(500)             not null,
    terms_version     integer                  not null,
    status            varchar(20)              not null,
    link_sha256       varchar(64)              not null unique,
    sent_at           timestamp with time zone not null,
    expires_at        timestamp with time zone not null,
    opened_at         timestamp with time zone,
    answered_at       timestamp with time zone,
    answered_by_id    uuid references account,
    answered_by_name  varchar(120),
    decline_reason    varchar(500),
    asked_again_at    timestamp with time zone,
    created_at        timestamp with time zone not null,
    -- chosen with the offer, so that the relationship keeps one id; its primary key allows one relationship
    relationship_id   uuid                     not null unique
);
create index invitation_partner on invitation (partner_id, id);
create index invitation_email on invitation (email, status);
create index invitation_customer on invitation (customer_id, status);
create index invitation_lapse on invitation (status, expires_at);

-- What was asked for; what was granted stands in delegated_role.
create table invitation_role (
    invitation_id    uuid        not null references invitation,
    role_template_id varchar(36) not null,
    primary key (invitation_id, role_template_id)
);
