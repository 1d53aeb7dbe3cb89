-- Whose proposal the partner is looking at, and who revised the offer last: for the second click of two, and for their mails.
alter table invitation add column changes_requested_by_id uuid references account;
alter table invitation add column revised_by_id uuid references account;

-- The Global Administrators to whom an offer was handed by name; the primary key lets each be asked once.
create table invitation_approver (
    invitation_id uuid                     not null references invitation,
    approver_id   uuid                     not null references account,
    approver_name varchar(120)             not null,
    asked_by_name varchar(120)             not null,
    asked_at      timestamp with time zone not null,
    primary key (invitation_id, approver_id)
);

-- What both sides offered and proposed, round by round: in each round one offer and at most one proposal.
create table thread_step (
    id            uuid primary key,
    invitation_id uuid                     not null references invitation,
    round         integer                  not null,
    side          varchar(20)              not null,
    terms_version integer                  not null,
    person        varchar(120)             not null,
    made_at       timestamp with time zone not null,
    duration_days integer,
    auto_extend   boolean                  not null,
    note          varchar(500)             not null,
    unique (invitation_id, round, side)
);

create table thread_step_role (
    step_id          uuid        not null references thread_step,
    role_template_id varchar(36) not null,
    primary key (step_id, role_template_id)
);
