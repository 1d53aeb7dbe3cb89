-- How many licenses there were before the number was changed; null for everything else, and for what happened earlier.
alter table billing_notification add column quantity_before integer;
