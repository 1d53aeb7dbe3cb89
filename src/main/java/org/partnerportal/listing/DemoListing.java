package org.partnerportal.listing;

import java.util.Set;
import org.partnerportal.relationship.PartnerType;

/** A fictional partner and its listing, as {@code listing/demo-listings.json} has them. */
record DemoListing(
        String domain,
        String organisation,
        String country,
        int listedForDays,
        ListingText en,
        ListingText ja,
        Set<ServiceKind> services,
        Set<Industry> industries,
        Set<OrganisationSize> sizes,
        Set<SpokenLanguage> languages,
        Set<String> countries,
        Set<PartnerType> types,
        Set<Competency> competencies,
        String contact,
        String phone) {

    ListingContent content() {
        return new ListingContent(
                en,
                ja,
                services,
                industries,
                sizes,
                languages,
                countries,
                types,
                competencies,
                contact,
                phone,
                "contact@" + domain,
                "https://www." + domain);
    }
}
