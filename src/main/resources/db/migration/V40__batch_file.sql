-- How many rows of a batch were looked through; while some are left, the file that they stand in.
alter table batch add column looked_through integer not null default 0;
update batch set looked_through = size;
alter table batch alter column looked_through drop default;

create table batch_file (
    batch_id uuid primary key references batch,
    -- in base 64: the embedded database keeps at most a megabyte in a bytea
    content  text not null
);
