-- The trail and its seals are added to, never changed: not by a mistake in the portal, not by its account.
create function trail_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The trail is append-only: % on % is refused', tg_op, tg_table_name;
end $$;
create trigger trail_entry_append_only before update or delete or truncate on trail_entry
    for each statement execute function trail_append_only();
create trigger trail_seal_append_only before update or delete or truncate on trail_seal
    for each statement execute function trail_append_only();
