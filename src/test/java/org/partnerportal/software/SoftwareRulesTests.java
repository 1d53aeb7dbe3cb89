package org.partnerportal.software;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;

/** Who offers software, what a product says of itself, and who can buy it. */
class SoftwareRulesTests {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final Actor SAM = Actors.adminAgent("sam@partner.example");
    private static final SoftwarePrice PRICE = new SoftwarePrice(190L, null);

    private static SoftwareForm typed(
            String nameEn,
            String nameJa,
            String descriptionEn,
            String descriptionJa,
            String monthUsd,
            String monthJpy) {
        return new SoftwareForm(
                Ids.next().toString(),
                "0",
                nameEn,
                nameJa,
                descriptionEn,
                descriptionJa,
                monthUsd,
                "",
                "",
                "",
                "",
                "",
                monthJpy,
                "");
    }

    private static final SoftwareForm FINE = typed("Roster", "", "For classes", "", "4.90", "");

    private static SoftwareRefusal[] problems(SoftwareForm form) {
        return SoftwareRules.content(form.content()).toArray(SoftwareRefusal[]::new);
    }

    @Test
    void adminAgentsMakeProductsAndNobodyElseDoes() {
        assertThat(SoftwareRules.manage(SAM)).isEmpty();
        assertThat(SoftwareRules.manage(Actors.billingAdministrator("ben@school.example")))
                .contains(SoftwareRefusal.NEEDS_ADMIN_AGENT);
        assertThat(SoftwareRules.manage(Actors.person("ann@school.example", AdminRole.ADMIN_AGENT)))
                .as("of an organisation that is no partner")
                .contains(SoftwareRefusal.NEEDS_ADMIN_AGENT);
    }

    @Test
    void aPartnerHasSoManyProductsAtMost() {
        assertThat(SoftwareRules.add(SAM, SoftwareRules.MOST_PRODUCTS - 1)).isEmpty();
        assertThat(SoftwareRules.add(SAM, SoftwareRules.MOST_PRODUCTS)).contains(SoftwareRefusal.TOO_MANY_PRODUCTS);
    }

    @Test
    void aFormThatWasFilledBeforeAChangeChangesNothing() {
        assertThat(SoftwareRules.edit(SAM, 3, 3)).isEmpty();
        assertThat(SoftwareRules.edit(SAM, 2, 3)).contains(SoftwareRefusal.CHANGED_MEANWHILE);
    }

    @Test
    void aProductGoesOnSaleAndOffAndOnAgain() {
        var product = new SoftwareProduct(Ids.next(), SAM, FINE.content(), 0, NOW);
        assertThat(product.status()).isEqualTo(SoftwareStatus.DRAFT);
        assertThatThrownBy(() -> product.withdraw(SAM, NOW)).isInstanceOf(RefusedException.class);
        product.putOnSale(SAM, NOW);
        assertThatThrownBy(() -> product.putOnSale(SAM, NOW)).isInstanceOf(RefusedException.class);
        product.withdraw(SAM, NOW);
        product.putOnSale(SAM, NOW);
        assertThat(product.status()).isEqualTo(SoftwareStatus.ON_SALE);
    }

    @Test
    void whoeverIsNoAdminAgentDoesNothingWithIt() {
        var product = new SoftwareProduct(Ids.next(), SAM, FINE.content(), 0, NOW);
        Actor sales = Actors.person("lena@partner.example", AdminRole.SALES_AGENT);
        assertThatThrownBy(() -> new SoftwareProduct(Ids.next(), sales, FINE.content(), 0, NOW))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> product.edit(sales, 0, FINE.content(), NOW)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> product.putOnSale(sales, NOW)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> product.withdraw(sales, NOW)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @EnumSource(SoftwareStatus.class)
    void itIsBoughtWhileItIsOnSale(SoftwareStatus status) {
        assertThat(SoftwareRules.buy(status, true, PRICE))
                .isEqualTo(
                        status == SoftwareStatus.ON_SALE ? Optional.empty() : Optional.of(SoftwareRefusal.NOT_ON_SALE));
    }

    @Test
    void itIsBoughtOfAVendorWhoIsThereAndInTheOwnCurrency() {
        assertThat(SoftwareRules.buy(SoftwareStatus.ON_SALE, false, PRICE)).contains(SoftwareRefusal.VENDOR_GONE);
        assertThat(SoftwareRules.buy(SoftwareStatus.ON_SALE, true, null)).contains(SoftwareRefusal.NO_PRICE);
    }

    @Test
    void aProductSaysEverythingInOneLanguageAtLeast() {
        assertThat(problems(FINE)).isEmpty();
        assertThat(problems(typed("", "名簿", "", "クラスのために", "", "300"))).isEmpty();
        assertThat(problems(typed("", "", "", "", "1", ""))).containsExactly(SoftwareRefusal.LANGUAGE_MISSING);
        assertThat(problems(typed("Roster", "", "", "", "1", "")))
                .containsExactly(SoftwareRefusal.DESCRIPTION_EN_MALFORMED);
        assertThat(problems(typed("Roster", "", "For classes", "クラスのために", "1", "")))
                .containsExactly(SoftwareRefusal.NAME_JA_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"‮Roster", "Ros\nter", "Ros\u0000ter", "…"})
    void aNameIsOneLineThatShowsItselfAsItIs(String name) {
        assertThat(problems(typed(name, "", "For classes", "", "1", "")))
                .containsExactly(SoftwareRefusal.NAME_EN_MALFORMED);
    }

    @Test
    void textsHaveTheirLengths() {
        assertThat(problems(typed("a".repeat(81), "", "b".repeat(501), "", "1", "")))
                .containsExactly(SoftwareRefusal.NAME_EN_MALFORMED, SoftwareRefusal.DESCRIPTION_EN_MALFORMED);
        assertThat(problems(typed("", "名".repeat(80), "", "説".repeat(500), "1", "")))
                .isEmpty();
    }

    @Test
    void thereIsAPriceAtLeast() {
        assertThat(problems(typed("Roster", "", "For classes", "", "", "")))
                .containsExactly(SoftwareRefusal.PRICE_MISSING);
        assertThat(problems(typed("Roster", "", "For classes", "", "free", "3.5")))
                .containsExactly(SoftwareRefusal.USD_MALFORMED, SoftwareRefusal.JPY_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "4.90, USD, 490",
        "4.9, USD, 490",
        "0.01, GBP, 1",
        "750, JPY, 750",
        "1000000, EUR, 100000000",
        "1000000, JPY, 1000000",
        "1000000.01, EUR, ",
        "7.5, JPY, ",
        "4.905, USD, ",
        "0, USD, ",
        "0.00, USD, ",
        "-1, USD, ",
        "'1,000', USD, ",
        "1e3, USD, ",
        "４, JPY, ",
        "99999999999999999999, JPY, ",
        "<script>, USD, ",
        "'', USD, "
    })
    void anAmountIsReadExactlyOrNotAtAll(String typed, String currency, @Nullable Long minor) {
        assertThat(SoftwareRules.amount(typed, currency).orElse(null)).isEqualTo(minor);
    }

    @Test
    void whatIsTypedIsShownAsItWasRead() {
        assertThat(SoftwareRules.typed(490L, "USD")).isEqualTo("4.90");
        assertThat(SoftwareRules.typed(750L, "JPY")).isEqualTo("750");
        assertThat(SoftwareRules.typed(null, "JPY")).isEmpty();
    }

    @Test
    void whatWasChangedReplacesWhatWasThere() {
        var product = new SoftwareProduct(Ids.next(), SAM, FINE.content(), 0, NOW);
        SoftwareForm other = typed("Seating plan", "座席表", "For rooms", "教室のために", "", "300");
        assertThat(product.says(FINE.content())).isTrue();
        product.edit(SAM, 0, other.content(), NOW);
        assertThat(product.says(other.content())).isTrue();
        assertThat(product.view().prices()).isEqualTo(Map.of("JPY", new SoftwarePrice(300L, null)));
    }

    @Test
    void aReaderGetsTheOwnLanguageOrTheOther() {
        var both = new Bilingual("Roster", "名簿");
        assertThat(both.text(Locale.JAPAN)).isEqualTo("名簿");
        assertThat(both.text(Locale.UK)).isEqualTo("Roster");
        assertThat(both.all()).isEqualTo("Roster / 名簿");
        var one = new Bilingual("", "名簿");
        assertThat(one.text(Locale.UK)).isEqualTo("名簿");
        assertThat(one.language(Locale.UK)).isEqualTo("ja");
        assertThat(one.all()).isEqualTo("名簿");
        assertThat(new Bilingual("Roster", "").language(Locale.JAPAN)).isEqualTo("en");
    }
}
