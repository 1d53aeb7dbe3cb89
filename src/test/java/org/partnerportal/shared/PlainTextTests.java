package org.partnerportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What shows itself as it is, and what does not. */
class PlainTextTests {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00,
                0x09,
                0x0A,
                0x0D,
                0x7F,
                0x85, // control characters
                0x2028,
                0x2029, // line and paragraph
                0x061C,
                0x200E,
                0x200F,
                0x202A,
                0x202B,
                0x202C,
                0x202D,
                0x202E,
                0x2066,
                0x2067,
                0x2068,
                0x2069, // direction
                0x00AD,
                0x180E,
                0x200B,
                0x2060,
                0x2061,
                0x2064,
                0xFEFF,
                0xFFF9, // nothing to see
                0x115F,
                0x1160,
                0x3164,
                0xFFA0, // letters that fill
                0xE0001,
                0xE0000,
                0xE0020,
                0xE0041,
                0xE007F, // tags
                0xE000,
                0xF0000,
                0xD800,
                0xFFFE // whatever a font makes of it, or nothing
            })
    void refusesWhatDoesNotShowItself(int letter) {
        assertThat(PlainText.isOneLine("De" + Character.toString(letter) + "sk"))
                .isFalse();
        assertThat(PlainText.isOneLine(Character.toString(letter))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Service desk (24 h) – Köln & Kraków",
                "サービス デスク ー 第１",
                "葛\uDB40\uDD00城", // a kanji in the shape that its owner writes
                "مركز الخدمة",
                "می\u200Cخواهم", // Persian writes it with a joiner
                "क्\u200Dष", // so does Hindi
                "Team 👩\u200D💻",
                "Care ❤\uFE0F\u200D🩹"
            })
    void takesWhatPeopleWrite(String text) {
        assertThat(PlainText.isOneLine(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"De\u200Dsk", "De\u200Csk", "\u200DDesk", "Desk \u200C", "サー\u200Dビス", "漢\u200D字"})
    void refusesAJoinerThatJoinsNothing(String text) {
        assertThat(PlainText.isOneLine(text)).isFalse();
    }

    @Test
    void seesLettersAndDigits() {
        assertThat(PlainText.isVisible("- 1 -")).isTrue();
        assertThat(PlainText.isVisible("字")).isTrue();
        assertThat(PlainText.isVisible(" - ")).isFalse();
    }
}
