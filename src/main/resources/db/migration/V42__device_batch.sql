-- By which file a device was registered: files may share a name. While a batch is kept, its rows tell; devices of older ones
-- have none.
alter table device add column batch_id uuid;
create index batch_row_link on batch_row (link_id);
update device set batch_id = (
    select r.batch_id from batch_row r where r.link_id = device.id and r.outcome = 'DONE')
where exists (select 1 from batch_row r where r.link_id = device.id and r.outcome = 'DONE');
drop index batch_row_link;
create index device_batch on device (batch_id, id);
