-- Passwords that an administrator made: whoever signs in with one chooses another before anything else.
alter table account add column password_temporary boolean default false not null;

-- An organisation's people by name, page by page.
create index account_tenant_name on account (tenant_id, name, id);
