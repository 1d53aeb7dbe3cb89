-- When the operators were last mailed that this text waits: editing and submitting it again is no reason for another mail.
alter table listing add operators_told_at timestamp with time zone;
