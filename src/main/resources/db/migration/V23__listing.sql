-- What partners say of themselves: the text that the directory shows, and the text that is to follow it.
create table listing (
    partner_id    uuid primary key references partner_profile,
    version       bigint                   not null,
    revision      bigint                   not null,
    draft         text,
    draft_state   varchar(20),
    return_reason varchar(500),
    changed_at    timestamp with time zone,
    submitted_by  uuid references account,
    submitted_at  timestamp with time zone,
    published     text,
    published_at  timestamp with time zone,
    listed_since  timestamp with time zone,
    hidden        boolean                  not null,
    block_reason  varchar(500),
    check ((draft is null) = (draft_state is null)),
    check ((published is null) = (listed_since is null))
);
create index listing_draft_state on listing (draft_state, submitted_at);
