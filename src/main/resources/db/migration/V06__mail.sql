-- The outbox: written with the change that the mail tells of, sent after it. The texts go once the mail is sent.
create table mail (
    id           uuid primary key,
    version      bigint                   not null,
    about        uuid                     not null,
    kind         varchar(60)              not null,
    recipient    varchar(254)             not null,
    subject      varchar(300)             not null,
    html         text,
    plain        text,
    status       varchar(20)              not null,
    attempts     integer                  not null,
    next_try_at  timestamp with time zone,
    answer       varchar(500),
    queued_at    timestamp with time zone not null,
    sent_at      timestamp with time zone
);
create index mail_about on mail (about);

-- What the demo mailbox received, while no mail server is set.
create table demo_mail (
    id          uuid primary key,
    recipient   varchar(254)             not null,
    subject     varchar(300)             not null,
    html        text                     not null,
    plain       text                     not null,
    received_at timestamp with time zone not null
);

-- db-scheduler's table.
create table scheduled_tasks (
    task_name            varchar(100)             not null,
    task_instance        varchar(100)             not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            varchar(100),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
