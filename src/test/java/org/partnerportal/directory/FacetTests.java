package org.partnerportal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.partnerportal.listing.ListingContent;
import org.partnerportal.listing.ListingFixture;

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
                        "TECHNOLOGY");
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

    private static FacetCounts counted(Facet... missed) {
        ListingContent content = ListingFixture.content("Northwind");
        byte[] listing = FacetBytes.of(content);
        for (Facet each : missed) {
            listing[0] |= (byte) each.bit();
        }
        var counts = new FacetCounts();
        byte[] two = new byte[2 * listing.length];
        System.arraycopy(listing, 0, two, 0, listing.length);
        System.arraycopy(listing, 0, two, listing.length, listing.length);
        FacetBytes.count(two, counts);
        return counts;
    }

    @Test
    void whatIsFoundCountsEverywhere() {
        FacetCounts counts = counted();
        assertThat(counts.total()).isEqualTo(2);
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
        FacetCounts counts = counted(Facet.COUNTRY);
        assertThat(counts.total()).isZero();
        assertThat(counts.of(Facet.COUNTRY)).isEqualTo(Map.of("NO", 2, "SE", 2));
        assertThat(counts.of(Facet.SERVICE)).isEmpty();
        assertThat(counted(Facet.COMPETENCY).of(Facet.COMPETENCY)).isEqualTo(Map.of("MODERN_WORK", 2));
    }
}
