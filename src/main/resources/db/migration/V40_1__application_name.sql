-- A partner's apps for one customer have different names: the SHA-256 of the name as searches fold it. Apps that were there
-- before have none until their entry is changed.
alter table application add column name_key varchar(64);
create unique index application_name on application (partner_id, customer_id, name_key);
