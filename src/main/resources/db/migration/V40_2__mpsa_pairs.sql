-- the customer's page reads its pairs in the order of ids
create index mpsa_consent_customer on mpsa_consent (customer_id, id);
