package org.partnerportal.directory;

import java.util.Set;
import java.util.UUID;
import org.partnerportal.listing.Competency;
import org.partnerportal.listing.Industry;
import org.partnerportal.listing.ListingContent;
import org.partnerportal.listing.ListingText;
import org.partnerportal.listing.OrganisationSize;
import org.partnerportal.listing.ServiceKind;
import org.partnerportal.listing.SpokenLanguage;
import org.partnerportal.relationship.PartnerType;

/** Texts of listings for tests. Each test has a place of its own among the words, so that tests never meet. */
final class DirectoryFixture {

    private DirectoryFixture() {}

    /** A word that no other test has: letters only, so that it is one word. */
    static String mark() {
        return "m" + UUID.randomUUID().toString().replace("-", "");
    }

    static ListingText text(String name, String reading, String summary, String cities) {
        return new ListingText(name, reading, summary, "We work.", cities, "Sales team");
    }

    static ListingContent english(String name, String summary) {
        return content(text(name, "", summary, "Oslo"), ListingText.NONE, Set.of("NO"), ServiceKind.SUPPORT);
    }

    static ListingContent japanese(String name, String reading, String summary) {
        return content(ListingText.NONE, text(name, reading, summary, "大阪"), Set.of("JP"), ServiceKind.SUPPORT);
    }

    static ListingContent content(ListingText en, ListingText ja, Set<String> countries, ServiceKind... services) {
        return new ListingContent(
                en,
                ja,
                Set.of(services),
                Set.of(Industry.SCHOOLS),
                Set.of(OrganisationSize.SMALL),
                Set.of(SpokenLanguage.EN, SpokenLanguage.JA),
                countries,
                Set.of(PartnerType.GDAP),
                Set.of(Competency.MODERN_WORK),
                "+47 2255 0100",
                "sales@partner.example",
                "");
    }
}
