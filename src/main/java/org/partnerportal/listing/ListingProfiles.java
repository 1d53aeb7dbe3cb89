package org.partnerportal.listing;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows listings to readers of either language: what people find, and what they would find. */
@Component
class ListingProfiles {

    private final MessageSource messages;

    ListingProfiles(MessageSource messages) {
        this.messages = messages;
    }

    /** What a reader of that language finds. */
    ListingProfile of(PublishedListing listing, Locale reader) {
        return profile(
                listing.name(), listing.domain(), listing.country(), listing.listedSince(), listing.content(), reader);
    }

    /** What a reader of that language would find. */
    ListingProfile preview(
            TenantView organisation, @Nullable Instant listedSince, ListingContent content, Locale reader) {
        return profile(
                organisation.name(), organisation.domain(), organisation.country(), listedSince, content, reader);
    }

    private ListingProfile profile(
            String organisation,
            String domain,
            String country,
            @Nullable Instant listedSince,
            ListingContent content,
            Locale reader) {
        return new ListingProfile(
                organisation,
                domain,
                country,
                listedSince,
                content,
                reader,
                key -> messages.getMessage(key, null, reader));
    }
}
