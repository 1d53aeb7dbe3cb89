-- Service requests: what does not work for a customer, who opened it, and who looks after it.
create table service_request (
    id                    uuid primary key,
    version               bigint                   not null,
    reference             varchar(11)              not null unique,
    customer_id           uuid                     not null references tenant,
    subject               varchar(150)             not null,
    area                  varchar(30)              not null,
    urgency               varchar(30)              not null,
    language              varchar(10)              not null,
    -- who acts next
    status                varchar(20)              not null,
    opener_id             uuid                     not null references account,
    opener_name           varchar(120)             not null,
    -- set where a partner's person opened it on the customer's behalf
    opener_partner_id     uuid references partner_profile,
    opener_partner_name   varchar(120),
    assignee_id           uuid references account,
    assignee_name         varchar(120),
    assignee_partner_id   uuid references partner_profile,
    assignee_partner_name varchar(120),
    steps                 integer                  not null,
    created_at            timestamp with time zone not null,
    active_at             timestamp with time zone not null,
    closed_at             timestamp with time zone,
    closed_by_id          uuid references account,
    check ((status = 'CLOSED') = (closed_at is not null)),
    check (status = 'CLOSED' or (status = 'OPEN') = (assignee_id is null))
);
create index service_request_customer on service_request (customer_id, active_at, id);
create index service_request_status on service_request (customer_id, status, active_at);
create index service_request_opener on service_request (opener_id, status);
create index service_request_assignee on service_request (assignee_id, status);

-- The thread of each, one row after the other; rows are added, never changed.
create table service_request_step (
    id           uuid primary key,
    request_id   uuid                     not null references service_request,
    place        integer                  not null,
    kind         varchar(20)              not null,
    person_id    uuid                     not null references account,
    person       varchar(120)             not null,
    -- set where that was done on the customer's behalf
    partner_name varchar(120),
    at           timestamp with time zone not null,
    text         varchar(4000)            not null,
    unique (request_id, place)
);
