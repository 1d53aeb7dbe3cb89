-- The checks of the trail that an operator asked for, and what each found.
create table trail_check (
    id          uuid primary key,
    version     bigint                   not null,
    asked_by    varchar(120)             not null,
    asked_at    timestamp with time zone not null,
    noted       varchar(90)              not null,
    began_at    timestamp with time zone,
    took_ms     bigint,
    rows_sound  bigint,
    waiting     bigint,
    head        varchar(90),
    problem     varchar(20),
    bad_number  bigint,
    bad_entry   uuid,
    -- one check runs at a time
    running     boolean unique
);
