package org.partnerportal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A listing is read as it was written, also one of an earlier form. */
class ListingContentTests {

    private static final ListingContent CONTENT = ListingFixture.content("Fjord Cloud");

    private final ListingContentConverter converter = new ListingContentConverter();

    @Test
    void isReadAsItWasWritten() {
        assertThat(converter.convertToEntityAttribute(ListingContentConverter.json(CONTENT)))
                .isEqualTo(CONTENT);
    }

    @Test
    void theOneContactOfAnEarlierFormStandsInEachLanguageThatIsWritten() {
        String earlier = ListingContentConverter.json(CONTENT)
                .replace(",\"contact\":\"Sales team\"", "")
                .replace(",\"contact\":\"\"", "")
                .replace("\"phone\"", "\"contact\":\"Sales team\",\"phone\"");
        ListingContent read = converter.convertToEntityAttribute(earlier);
        assertThat(read).isEqualTo(CONTENT);
        assertThat(read.ja().isWritten()).isFalse();
    }
}
