-- Each node holds what searches filter, count and order by (see docs/decisions.md); the table is asked for words alone.
alter table directory_entry drop column services;
alter table directory_entry drop column industries;
alter table directory_entry drop column sizes;
alter table directory_entry drop column languages;
alter table directory_entry drop column types;
alter table directory_entry drop column competencies;
alter table directory_entry drop column countries;
