-- When each customer's next access review is due: whole periods counted from one moment, so that the day of the month stays.
create table access_review_schedule (
    customer_id  uuid primary key references tenant,
    counted_from timestamp with time zone not null,
    next_at      timestamp with time zone not null
);
-- the job reads by it what is due, and nothing else
create index access_review_schedule_due on access_review_schedule (next_at, customer_id);
-- customers who are here already have their first review in a quarter
insert into access_review_schedule (customer_id, counted_from, next_at)
select distinct customer_id, current_timestamp, current_timestamp + interval '3' month from relationship;

-- One review of everything that partners hold with a customer; kept for ever once it is finished.
create table access_review (
    id           uuid primary key,
    version      bigint                   not null,
    reference    varchar(20)              not null unique,
    customer_id  uuid                     not null references tenant,
    -- the customer while it is open, else null: at most one is open
    open_key     uuid unique,
    status       varchar(20)              not null,
    opened_at    timestamp with time zone not null,
    opened_by    varchar(120)             not null,
    due_at       timestamp with time zone not null,
    remind_at    timestamp with time zone,
    finished_at  timestamp with time zone,
    signer_id    uuid references account,
    signer_name  varchar(120),
    signer_email varchar(254),
    signer_zone  varchar(60),
    note         varchar(500)             not null,
    kept         integer                  not null,
    removed      integer                  not null,
    gone         integer                  not null
);
create index access_review_customer on access_review (customer_id, id);
create index access_review_remind on access_review (remind_at, id);

-- What was decided about each role, with everything as it stood then.
create table access_review_line (
    review_id              uuid         not null references access_review,
    relationship_id        uuid         not null references relationship,
    role_template_id       varchar(36)  not null,
    partner_id             uuid         not null references tenant,
    partner_name           varchar(120) not null,
    relationship_name      varchar(50)  not null,
    relationship_reference varchar(20)  not null,
    type                   varchar(40)  not null,
    ends_at                timestamp with time zone,
    auto_extend            boolean      not null,
    last_used_at           timestamp with time zone,
    decision               varchar(20)  not null,
    primary key (review_id, relationship_id, role_template_id)
);
