package org.partnerportal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnerportal.listing.ListingContent;
import org.partnerportal.listing.ListingFixture;
import org.partnerportal.listing.ListingText;
import org.partnerportal.shared.TenantId;

/** The bits in the search table, and how listings are counted by them. */
class FacetTests {

    /** Whoever has to change this raises DirectoryEntry.FOLDING: the rows in the databases have these bits. */
    @Test
    void theBitsStayWhatTheyAre() {
        assertThat(Facet.values())
                .containsExactly(
                        Facet.COUNTRY,
                        Facet.SERVICE,
                        Facet.INDUSTRY,
                        Facet.SIZE,
                        Facet.LANGUAGE,
                        Facet.TYPE,
                        Facet.COMPETENCY);
        assertThat(Facet.SERVICE.constants())
                .containsExactly(
                        "CONSULTING",
                        "MIGRATION",
                        "MANAGED_SERVICES",
                        "SECURITY",
                        "MODERN_WORK",
                        "DEVICE_MANAGEMENT",
                        "CLOUD_INFRASTRUCTURE",
                        "DATA_AND_AI",
                        "BUSINESS_APPLICATIONS",
                        "CUSTOM_DEVELOPMENT",
                        "LICENSING",
                        "TRAINING",
                        "SUPPORT");
        assertThat(Facet.INDUSTRY.constants())
                .containsExactly(
                        "AGRICULTURE",
                        "CONSTRUCTION",
                        "SCHOOLS",
                        "HIGHER_EDUCATION",
                        "ENERGY",
                        "FINANCE",
                        "GOVERNMENT",
                        "HEALTH",
                        "HOSPITALITY",
                        "LOGISTICS",
                        "MANUFACTURING",
                        "MEDIA",
                        "NONPROFIT",
                        "PROFESSIONAL_SERVICES",
                        "RETAIL",
                        "TECHNOLOGY",
                        "OTHER");
        assertThat(Facet.SIZE.constants()).containsExactly("MICRO", "SMALL", "MEDIUM", "LARGE", "VERY_LARGE");
        assertThat(String.join(" ", Facet.LANGUAGE.constants()))
                .isEqualTo("AR DE EN ES FR HI ID IT JA KO NL PL PT SV TH TR UK VI ZH");
        assertThat(Facet.TYPE.constants())
                .containsExactly(
                        "ADVISOR",
                        "INDEPENDENT_SOFTWARE_VENDOR",
                        "INDIRECT_RESELLER",
                        "LINE_OF_BUSINESS",
                        "MPSA",
                        "OEM",
                        "PARTNER",
                        "GDAP",
                        "RESELLER");
        assertThat(Facet.COMPETENCY.constants())
                .containsExactly(
                        "BUSINESS_APPLICATIONS",
                        "DATA_AND_AI",
                        "DIGITAL_AND_APP_INNOVATION",
                        "INFRASTRUCTURE",
                        "MODERN_WORK",
                        "SECURITY");
    }

    @Test
    void aMaskHasTheBitsOfItsConstants() {
        assertThat(Facet.SERVICE.mask(Set.of())).isZero();
        assertThat(Facet.SERVICE.mask(List.of("CONSULTING", "SUPPORT"))).isEqualTo(1 | 1 << 12);
    }

    @Test
    void valuesAreKnownByNameInAnyCase() {
        assertThat(Facet.SERVICE.value(" security ")).hasValue("SECURITY");
        assertThat(Facet.SERVICE.value("SECURE")).isEmpty();
        assertThat(Facet.COUNTRY.value("jp")).hasValue("JP");
        assertThat(Facet.COUNTRY.value("XX")).isEmpty();
    }

    /** However many constants there are: eight bytes for each facet, so that one more moves nothing in the rows there are. */
    @Test
    void aNewConstantDoesNotChangeTheLayout() {
        byte[] listing = FacetBytes.of(ListingFixture.content("Northwind"));
        var bytes = ByteBuffer.wrap(listing);
        assertThat(bytes.get()).isZero();
        assertThat(bytes.getLong()).as("services").isEqualTo(1 << 1 | 1 << 12);
        assertThat(bytes.getLong()).as("industries").isEqualTo(1 << 2);
        assertThat(bytes.getLong()).as("sizes").isEqualTo(1 << 1 | 1 << 2);
        assertThat(bytes.getLong()).as("languages").isEqualTo(1 << 2);
        assertThat(bytes.getLong()).as("types").isEqualTo(1 << 7 | 1 << 8);
        assertThat(bytes.getLong()).as("competencies").isEqualTo(1 << 4);
        assertThat(bytes.get()).as("countries").isEqualTo((byte) 2);
        assertThat(bytes.remaining()).isEqualTo("NOSE".length());
    }

    @Test
    void noFacetHasMoreConstantsThanBits() {
        for (Facet facet : Facet.values()) {
            assertThat(facet.constants()).as(facet.word()).hasSizeLessThanOrEqualTo(Long.SIZE);
        }
    }

    /** Two listings of Norway and Sweden that offer migration and support to schools, among others. */
    private static DirectoryIndex.Found found(Map<Facet, Set<String>> chosen) {
        List<UUID> partners = List.of(new UUID(0, 2), new UUID(0, 1));
        byte[] listing = FacetBytes.of(ListingFixture.content("Northwind"));
        return new DirectoryIndex(1, partners, List.of(listing, listing), partners).find(chosen, null, Locale.ENGLISH);
    }

    @Test
    void whatIsFoundCountsEverywhere() {
        DirectoryIndex.Found found = found(Map.of(Facet.COUNTRY, Set.of("DK", "SE"), Facet.SERVICE, Set.of("SUPPORT")));
        assertThat(found.total()).isEqualTo(2);
        FacetCounts counts = found.counts();
        assertThat(counts.of(Facet.COUNTRY)).isEqualTo(Map.of("NO", 2, "SE", 2));
        assertThat(counts.of(Facet.SERVICE)).isEqualTo(Map.of("MIGRATION", 2, "SUPPORT", 2));
        assertThat(counts.of(Facet.INDUSTRY)).isEqualTo(Map.of("SCHOOLS", 2));
        assertThat(counts.of(Facet.SIZE)).isEqualTo(Map.of("SMALL", 2, "MEDIUM", 2));
        assertThat(counts.of(Facet.LANGUAGE)).isEqualTo(Map.of("EN", 2));
        assertThat(counts.of(Facet.TYPE)).isEqualTo(Map.of("GDAP", 2, "RESELLER", 2));
        assertThat(counts.of(Facet.COMPETENCY)).isEqualTo(Map.of("MODERN_WORK", 2));
    }

    @Test
    void whatOneFacetLeavesOutCountsThereAlone() {
        DirectoryIndex.Found found = found(Map.of(Facet.COUNTRY, Set.of("DK"), Facet.SERVICE, Set.of("SUPPORT")));
        assertThat(found.total()).isZero();
        assertThat(found.counts().of(Facet.COUNTRY)).isEqualTo(Map.of("NO", 2, "SE", 2));
        assertThat(found.counts().of(Facet.SERVICE)).isEmpty();
        DirectoryIndex.Found others = found(Map.of(Facet.COMPETENCY, Set.of("SECURITY")));
        assertThat(others.total()).isZero();
        assertThat(others.counts().of(Facet.COUNTRY)).isEmpty();
        assertThat(others.counts().of(Facet.COMPETENCY)).isEqualTo(Map.of("MODERN_WORK", 2));
    }

    @Test
    void whatTwoFacetsLeaveOutCountsNowhere() {
        DirectoryIndex.Found found = found(Map.of(Facet.COUNTRY, Set.of("DK"), Facet.COMPETENCY, Set.of("SECURITY")));
        assertThat(found.total()).isZero();
        for (Facet facet : Facet.values()) {
            assertThat(found.counts().of(facet)).as(facet.word()).isEmpty();
        }
    }

    /** Each reader has an order; words that fit better come first in both; what is gone meanwhile is left out. */
    @Test
    void whatIsFoundStandsInOrder() {
        UUID one = new UUID(0, 7);
        UUID two = new UUID(5, 0);
        UUID three = new UUID(-1, 3);
        byte[] listing = FacetBytes.of(ListingFixture.content("Northwind"));
        var index = new DirectoryIndex(
                1, List.of(one, two, three), List.of(listing, listing, listing), List.of(three, one, two));
        assertThat(partners(index.find(Map.of(), null, Locale.ENGLISH))).containsExactly(one, two, three);
        assertThat(partners(index.find(Map.of(), null, Locale.JAPANESE))).containsExactly(three, one, two);
        UUID gone = new UUID(9, 9);
        var hits = new DirectoryIndex.Hits(
                hits(Map.of(one, 4, two, 4, three, 4, gone, 4)), List.of(), hits(Map.of(two, 0, gone, 0)));
        assertThat(partners(index.find(Map.of(), hits, Locale.ENGLISH))).containsExactly(two, one, three);
        assertThat(partners(index.find(Map.of(), hits, Locale.JAPANESE))).containsExactly(two, three, one);
        assertThat(index.find(Map.of(), hits, Locale.JAPANESE).partners(2, 20)).containsExactly(new TenantId(one));
        assertThat(partners(index.find(Map.of(), DirectoryIndex.Hits.NONE, Locale.ENGLISH)))
                .isEmpty();
    }

    @Test
    void aWordThatNamesAChoiceIsFoundByItToo() {
        UUID one = new UUID(0, 7);
        UUID two = new UUID(5, 0);
        byte[] listing = FacetBytes.of(ListingFixture.content("Northwind"));
        byte[] none = FacetBytes.of(new ListingContent(
                ListingText.NONE,
                ListingText.NONE,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                "",
                "",
                ""));
        var index = new DirectoryIndex(1, List.of(one, two), List.of(listing, none), List.of(one, two));
        Map<Facet, Set<String>> sweden = Map.of(Facet.COUNTRY, Set.of("SE"), Facet.COMPETENCY, Set.of("SECURITY"));
        assertThat(found(index, null, sweden, hits(Map.of()))).containsExactly(one);
        assertThat(found(index, null, sweden, hits(Map.of(two, 4)))).containsExactly(one, two);
        assertThat(found(index, hits(Map.of(two, 4)), sweden, hits(Map.of()))).isEmpty();
        assertThat(found(index, hits(Map.of(two, 4)), sweden, hits(Map.of(two, 4))))
                .containsExactly(two);
    }

    private static List<UUID> found(
            DirectoryIndex index, byte @Nullable [] texts, Map<Facet, Set<String>> choices, byte[] hits) {
        var word = new DirectoryIndex.Meant(choices, hits);
        return partners(
                index.find(Map.of(), new DirectoryIndex.Hits(texts, List.of(word), new byte[0]), Locale.ENGLISH));
    }

    private static List<UUID> partners(DirectoryIndex.Found found) {
        return found.partners(0, 20).stream().map(TenantId::value).toList();
    }

    private static byte[] hits(Map<UUID, Integer> ranks) {
        var hits = ByteBuffer.allocate(ranks.size() * DirectoryIndex.HIT);
        ranks.forEach((partner, rank) -> hits.putLong(partner.getMostSignificantBits())
                .putLong(partner.getLeastSignificantBits())
                .put(rank.byteValue()));
        return hits.array();
    }
}
