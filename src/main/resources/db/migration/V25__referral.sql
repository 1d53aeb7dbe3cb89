-- Requests for contact, and what became of them. One is the partner's from the moment in which its address is proven.
create table referral (
    id                 uuid primary key,
    version            bigint                   not null,
    reference          varchar(11)              not null unique,
    partner_id         uuid                     not null references partner_profile,
    customer_id        uuid references tenant,
    sender_id          uuid references account,
    name               varchar(120)             not null,
    email              varchar(254)             not null,
    phone              varchar(40)              not null,
    organisation       varchar(120)             not null,
    country            varchar(2)               not null,
    place              varchar(120)             not null,
    size               varchar(20)              not null,
    industry           varchar(40)              not null,
    needs              varchar(4000)            not null,
    type               varchar(40),
    language           varchar(10)              not null,
    status             varchar(20)              not null,
    outcome            varchar(20),
    link_sha256        varchar(64) unique,
    created_at         timestamp with time zone not null,
    received_at        timestamp with time zone,
    -- the next thing that time does: a reminder, the end, or deleting what nobody has confirmed
    due_at             timestamp with time zone,
    assignee_id        uuid references account,
    assignee_name      varchar(120),
    closed_at          timestamp with time zone,
    closed_by          varchar(20),
    closed_by_id       uuid references account,
    -- one invitation for each at a time, and each for one only
    open_invitation_id uuid unique references invitation,
    relationship_id    uuid unique references relationship,
    check ((status = 'UNCONFIRMED') = (received_at is null)),
    check ((status = 'CLOSED') = (outcome is not null)),
    check (status <> 'ACTIVE' or assignee_id is not null)
);
create index referral_partner on referral (partner_id, id);
create index referral_status on referral (partner_id, status, received_at);
create index referral_due on referral (due_at, id);
create index referral_email on referral (email, id);
create index referral_customer on referral (customer_id, partner_id);

-- What happened to each, one row after the other; rows are added, never changed.
create table referral_step (
    id            uuid primary key,
    referral_id   uuid                     not null references referral,
    kind          varchar(30)              not null,
    person_id     uuid references account,
    person        varchar(120)             not null,
    at            timestamp with time zone not null,
    text          varchar(1000)            not null,
    invitation_id uuid references invitation
);
create index referral_step_referral on referral_step (referral_id, id);
create index referral_step_invitation on referral_step (invitation_id);

-- What forms of people without an account are stamped with; all nodes use the same, so there is room for one.
create table contact_key (
    one    smallint primary key check (one = 1),
    secret varchar(64) not null
);
