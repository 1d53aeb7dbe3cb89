-- The start page counts by month: what ends, and what was paid.
create index relationship_partner_end on relationship (partner_id, ends_at);
create index invoice_customer_issued on invoice (customer_id, issued_at);
