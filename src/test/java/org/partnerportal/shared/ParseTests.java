package org.partnerportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a browser sends is read or empty, and never an error. */
class ParseTests {

    private enum Season {
        WINTER
    }

    @Test
    void readsAnId() {
        assertThat(Parse.uuid("0199b0e0-0000-7000-8000-00000000000a"))
                .contains(UUID.fromString("0199b0e0-0000-7000-8000-00000000000a"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "1",
                "null",
                "0199b0e0-0000-7000-8000",
                "0199b0e0-0000-7000-8000-00000000000g",
                "0199b0e0-0000-7000-8000-00000000000a-1",
                "' or 1=1 --"
            })
    void readsNoIdWhereThereIsNone(String text) {
        assertThat(Parse.uuid(text)).isEmpty();
    }

    @Test
    void readsANumber() {
        assertThat(Parse.number("730")).contains(730);
        assertThat(Parse.number("-1")).contains(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {" 90", "90 ", "90\r\n", "\t90", "\u300090\u3000"})
    void ignoresSpaceAroundANumber(String text) {
        assertThat(Parse.number(text)).contains(90);
    }

    @Test
    void readsFullWidthDigitsAsJapaneseKeyboardsTypeThem() {
        assertThat(Parse.number("\uff19\uff10")).contains(90);
    }

    @Test
    void readsNumbersUpToTheLargestInteger() {
        assertThat(Parse.number("2147483647")).contains(Integer.MAX_VALUE);
        assertThat(Parse.number("2147483648")).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "ninety", "9.5", "9,5", "1e3", "0x10", "9 0", "--1", "NaN"})
    void readsNoNumberWhereThereIsNone(String text) {
        assertThat(Parse.number(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WINTER", "winter", "Winter"})
    void readsAConstantInUpperOrLowerCase(String text) {
        assertThat(Parse.constant(Season.class, text)).contains(Season.WINTER);
    }

    @Test
    void readsAConstantInACountryWhereTheUpperCaseOfIHasADot() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertThat(Parse.constant(Season.class, "winter")).contains(Season.WINTER);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "0", "SUMMER", "WINTER "})
    void readsNoConstantWhereThereIsNone(String text) {
        assertThat(Parse.constant(Season.class, text)).isEmpty();
    }
}
