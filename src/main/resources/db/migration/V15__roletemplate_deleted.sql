-- A deleted template keeps its row, without its roles and its name's key, so that the name is free again.
alter table role_template alter column name_key drop not null;
alter table role_template add column deleted_at timestamp with time zone;
