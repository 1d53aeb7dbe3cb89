-- The function that H2 has, so that both databases take the same statements.
create function bitand(bigint, bigint) returns bigint language sql immutable parallel safe as 'select $1 & $2';

-- An index for parts of words where the extension is there and may be used. Without it the same words find the same
-- partners by reading every row, and nothing is offered for mistyped names.
do $$
begin
    if exists (select 1 from pg_available_extensions where name = 'pg_trgm') then
        create extension if not exists pg_trgm;
    end if;
    if exists (select 1 from pg_extension where extname = 'pg_trgm') then
        -- without a list of pending rows, which searches would have to read through until somebody cleans up
        create index directory_entry_words on directory_entry using gin (words gin_trgm_ops) with (fastupdate = off);
        create index directory_entry_names on directory_entry using gin (names gin_trgm_ops) with (fastupdate = off);
    end if;
exception
    when insufficient_privilege or undefined_object or undefined_file then
        raise notice 'The directory works without pg_trgm: %', sqlerrm;
end $$;
