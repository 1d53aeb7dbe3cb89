-- Why a mail is late or was given up, how far its back-off is, and until when it is any use to its reader.
alter table mail add column problem varchar(30);
alter table mail add column pauses integer default 0 not null;
alter table mail add column good_until timestamp with time zone;
create index mail_status on mail (status, id);

-- Limits: whoever counts a subject locks its row first; a subject is kept as its SHA-256.
create table limit_subject (
    limit_name varchar(40)              not null,
    subject    varchar(64)              not null,
    used_at    timestamp with time zone not null,
    primary key (limit_name, subject)
);
create index limit_subject_old on limit_subject (used_at);

create table limit_use (
    id         uuid primary key,
    limit_name varchar(40)              not null,
    subject    varchar(64)              not null,
    used_at    timestamp with time zone not null
);
create index limit_use_latest on limit_use (limit_name, subject, used_at);
create index limit_use_old on limit_use (used_at);
