-- Software that independent software vendors offer to their customers.
create table software_product (
    id             uuid primary key,
    version        bigint                   not null,
    partner_id     uuid                     not null references partner_profile,
    -- in one language or both; each text is there in the same ones
    name_en        varchar(80)              not null,
    name_ja        varchar(80)              not null,
    description_en varchar(500)             not null,
    description_ja varchar(500)             not null,
    status         varchar(20)              not null,
    created_at     timestamp with time zone not null,
    created_by     varchar(120)             not null,
    changed_at     timestamp with time zone not null
);
create index software_product_partner on software_product (partner_id, id);

-- What one licence costs, in the currency's smallest units; it is sold by the month, by the year or both.
create table software_price (
    product_id  uuid       not null references software_product,
    currency    varchar(3) not null,
    month_price bigint,
    year_price  bigint,
    primary key (product_id, currency),
    check (month_price is not null or year_price is not null)
);

-- What was bought of it keeps the name of that day, in the languages in which there was one.
alter table subscription add column software_id uuid references software_product;
alter table subscription add column title_en varchar(80) default '' not null;
alter table subscription add column title_ja varchar(80) default '' not null;
alter table subscription add constraint subscription_software check ((product = 'SOFTWARE') = (software_id is not null));
create index subscription_of_software on subscription (software_id, id);
alter table invoice add column title_en varchar(80) default '' not null;
alter table invoice add column title_ja varchar(80) default '' not null;
alter table billing_notification add column title_en varchar(80) default '' not null;
alter table billing_notification add column title_ja varchar(80) default '' not null;
