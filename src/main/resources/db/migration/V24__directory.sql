-- What people can find: a row for each listing that is shown, made of it in the transaction that shows, hides or changes it.
-- What every search reads of every row stands in front; the texts, which only searches for words need, stand last.
create table directory_entry (
    partner_id   uuid primary key references listing,
    services     bigint        not null,
    industries   bigint        not null,
    sizes        bigint        not null,
    languages    bigint        not null,
    types        bigint        not null,
    competencies bigint        not null,
    countries    varchar(1000) not null,
    facets       bytea         not null,
    sort_en      bytea         not null,
    sort_ja      bytea         not null,
    names        text          not null,
    words        text          not null
);
create index directory_entry_sort_en on directory_entry (sort_en);
create index directory_entry_sort_ja on directory_entry (sort_ja);

-- One row, which whoever changes the directory locks last: how often it was changed, and which way of folding words its rows have.
create table directory_state (
    id      integer primary key check (id = 1),
    changes bigint  not null,
    folding integer not null
);
insert into directory_state (id, changes, folding) values (1, 0, 0);
