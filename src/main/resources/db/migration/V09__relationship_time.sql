-- A relationship's time: extensions, what the customer cut, and when the clock has the next thing to do.
alter table relationship add column customer_cut boolean default false not null;
alter table relationship add column ended_by varchar(120);
alter table relationship add column ended_by_id uuid;
alter table relationship add column due_at timestamp with time zone;
update relationship set due_at = ends_at - interval '720' hour where status = 'ACTIVE';
-- the job reads by it what is due, and nothing else
create index relationship_due on relationship (due_at, id);
create index relationship_customer_partner on relationship (customer_id, partner_id);
