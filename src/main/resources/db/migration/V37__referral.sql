-- The inbox is in the order in which requests came in.
create index referral_received on referral (partner_id, received_at, id);
