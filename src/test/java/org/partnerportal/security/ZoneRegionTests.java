package org.partnerportal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The time zones to choose from, each wholly in the reader's language. */
class ZoneRegionTests {

    private static List<ZoneRegion.Zone> all(Locale locale) {
        return ZoneRegion.all(locale).stream()
                .flatMap(region -> region.zones().stream())
                .toList();
    }

    private static String text(String id, Locale locale) {
        return all(locale).stream()
                .filter(zone -> zone.id().equals(id))
                .map(ZoneRegion.Zone::text)
                .findFirst()
                .orElse("");
    }

    @Test
    void areInJapaneseWithoutALatinLetter() {
        assertThat(all(Locale.JAPANESE))
                .hasSizeGreaterThan(400)
                .allSatisfy(zone -> assertThat(zone.text()).doesNotContainPattern("[A-Za-z]"));
        assertThat(text("Asia/Tokyo", Locale.JAPANESE)).isEqualTo("東京 (日本時間)");
        assertThat(text("America/Punta_Arenas", Locale.JAPANESE)).isEqualTo("プンタアレナス");
        assertThat(text("Africa/Windhoek", Locale.JAPANESE)).isEqualTo("ウィントフック");
    }

    @Test
    void areInEnglishWithoutSayingThePlaceTwice() {
        assertThat(text("Asia/Tokyo", Locale.ENGLISH)).isEqualTo("Tokyo (Japan Time)");
        assertThat(text("America/Punta_Arenas", Locale.ENGLISH)).isEqualTo("Punta Arenas");
        assertThat(text("America/Argentina/Buenos_Aires", Locale.ENGLISH))
                .isEqualTo("Argentina, Buenos Aires (Argentina Time)");
    }

    @Test
    void standThereOnceEach() {
        assertThat(all(Locale.ENGLISH)).extracting(ZoneRegion.Zone::id).doesNotHaveDuplicates();
        assertThat(text("Asia/Kolkata", Locale.ENGLISH)).isNotEmpty();
        assertThat(text("Asia/Calcutta", Locale.ENGLISH)).isEmpty();
    }
}
