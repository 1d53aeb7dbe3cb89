-- Published PDFs, by what they are. A text that names one keeps it there.
create table agreement_file (
    sha256  varchar(64) primary key,
    -- in base 64: the embedded database keeps at most a megabyte in a bytea
    content text                     not null,
    bytes   integer                  not null,
    kept_at timestamp with time zone not null
);

alter table agreement add column published_by varchar(120);
alter table agreement_text add column file_sha256 varchar(64) references agreement_file;

-- What was accepted stays as it was: neither the version's name nor the hash of a text can change or go.
alter table agreement add constraint agreement_as_accepted unique (id, name);
alter table agreement_text add constraint agreement_text_as_accepted unique (agreement_id, language, sha256);
alter table agreement_acceptance add constraint acceptance_of_version
    foreign key (agreement_id, agreement_name) references agreement (id, name);
alter table agreement_acceptance add constraint acceptance_of_text
    foreign key (agreement_id, language, sha256) references agreement_text (agreement_id, language, sha256);
create index agreement_acceptance_version on agreement_acceptance (agreement_id, id);

-- Versions that are not published yet; publishing takes them away.
create table agreement_draft (
    id           uuid primary key,
    version      bigint                   not null,
    name         varchar(40)              not null,
    effective_at timestamp with time zone,
    changed_by   varchar(120)             not null,
    changed_at   timestamp with time zone not null
);

create table agreement_draft_text (
    draft_id    uuid        not null references agreement_draft,
    language    varchar(10) not null,
    body        text        not null,
    file_sha256 varchar(64) references agreement_file,
    primary key (draft_id, language)
);

-- Telling every customer of a version, and how far that is.
create table agreement_announcement (
    id            uuid primary key,
    version       bigint                   not null,
    agreement_id  uuid                     not null references agreement,
    -- the agreement while customers remain to be told, null afterwards: one at a time
    open_key      uuid unique,
    reason        varchar(20)              not null,
    requested_by  varchar(120)             not null,
    due_at        timestamp with time zone not null,
    last_customer uuid                     not null,
    told          integer                  not null,
    finished_at   timestamp with time zone
);
create index agreement_announcement_version on agreement_announcement (agreement_id, id);

-- When a partner last asked a customer to accept.
create table acceptance_request (
    id          uuid primary key,
    version     bigint                   not null,
    partner_id  uuid                     not null references tenant,
    customer_id uuid                     not null references tenant,
    asked_at    timestamp with time zone not null,
    account_id  uuid                     not null references account,
    person_name varchar(120)             not null,
    -- one row for the two, taken again each time
    unique (partner_id, customer_id)
);
