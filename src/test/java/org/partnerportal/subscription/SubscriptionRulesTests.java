package org.partnerportal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.customeragreement.CustomerAgreementRefusal;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.TenantId;
import org.partnerportal.software.SoftwareOffer;
import org.partnerportal.software.SoftwareRefusal;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantView;

/** Who buys and changes what, what it costs, and what time does with it. */
class SubscriptionRulesTests {

    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");
    private static final TenantView SCHOOL =
            new TenantView(Actors.tenant("school.example"), "School", "school.example", "JP", true);
    private static final TenantId SELLER = Actors.tenant("partner.example");

    private static Desk own(AdminRole... roles) {
        return new Desk(Actors.person("ann@school.example", roles), SCHOOL, false, true, null, false, true);
    }

    private static Desk ownWithoutAgreement() {
        Actor ann = Actors.billingAdministrator("ann@school.example");
        return new Desk(ann, SCHOOL, false, false, null, false, true);
    }

    private static Desk selling(@Nullable CustomerAgreementRefusal refusal) {
        return new Desk(Actors.adminAgent("sam@partner.example"), SCHOOL, true, refusal == null, refusal, false, true);
    }

    private static SubscriptionState state(@Nullable TenantId seller, Product product, @Nullable Instant canceledAt) {
        return new SubscriptionState(seller, product, Term.MONTH, 10, START, 1, canceledAt);
    }

    private static final SubscriptionState BOUGHT = state(null, Product.CAMPUS_CLASS, null);
    private static final SubscriptionState SOLD = state(SELLER, Product.CAMPUS_CLASS, null);
    private static final SubscriptionState DOMAIN = state(null, Product.DOMAIN_NAME, null);

    @Test
    void itTakesABillingAdministratorAndTheAgreement() {
        assertThat(SubscriptionRules.buy(own(AdminRole.BILLING_ADMINISTRATOR), Product.CAMPUS_CLASS, null))
                .isEmpty();
        assertThat(SubscriptionRules.buy(own(AdminRole.GLOBAL_ADMINISTRATOR), Product.CAMPUS_CLASS, null))
                .isEmpty();
        assertThat(SubscriptionRules.buy(own(AdminRole.GLOBAL_READER), Product.CAMPUS_CLASS, null))
                .contains(SubscriptionRefusal.NEEDS_BILLING_ADMINISTRATOR);
        assertThat(SubscriptionRules.buy(ownWithoutAgreement(), Product.CAMPUS_CLASS, null))
                .contains(SubscriptionRefusal.AGREEMENT_NOT_ACCEPTED);
    }

    @Test
    void aPartnerBuysAsFarAsItMaySell() {
        assertThat(SubscriptionRules.buy(selling(null), Product.CAMPUS_CLASS, null))
                .isEmpty();
        assertThat(SubscriptionRules.buy(
                        selling(CustomerAgreementRefusal.AGREEMENT_NOT_ACCEPTED), Product.CAMPUS_CLASS, null))
                .contains(CustomerAgreementRefusal.AGREEMENT_NOT_ACCEPTED);
        assertThat(SubscriptionRules.manage(selling(CustomerAgreementRefusal.NEEDS_RESELLER), SOLD, START))
                .contains(CustomerAgreementRefusal.NEEDS_RESELLER);
    }

    @Test
    void aDomainIsForWhoeverHoldsBothRolesAndForNobodyElse() {
        Desk both = own(AdminRole.DOMAIN_NAME_ADMINISTRATOR, AdminRole.BILLING_ADMINISTRATOR);
        assertThat(SubscriptionRules.buy(both, Product.DOMAIN_NAME, null)).isEmpty();
        assertThat(SubscriptionRules.manage(both, DOMAIN, START)).isEmpty();
        for (Desk one : new Desk[] {
            own(AdminRole.DOMAIN_NAME_ADMINISTRATOR),
            own(AdminRole.BILLING_ADMINISTRATOR),
            own(AdminRole.GLOBAL_ADMINISTRATOR)
        }) {
            assertThat(SubscriptionRules.buy(one, Product.DOMAIN_NAME, null))
                    .contains(SubscriptionRefusal.DOMAIN_NEEDS_BOTH_ROLES);
            assertThat(SubscriptionRules.manage(one, DOMAIN, START))
                    .contains(SubscriptionRefusal.DOMAIN_NEEDS_BOTH_ROLES);
        }
        assertThat(SubscriptionRules.buy(selling(null), Product.DOMAIN_NAME, null))
                .contains(SubscriptionRefusal.DOMAIN_NOT_ON_BEHALF);
        Actor ann = Actors.globalAdministrator("ann@school.example");
        var nobodys = new Desk(ann, SCHOOL, false, true, null, false, false);
        assertThat(SubscriptionRules.buy(nobodys, Product.DOMAIN_NAME, null))
                .contains(SubscriptionRefusal.NOBODY_MANAGES_DOMAINS);
        assertThat(SubscriptionRules.manage(nobodys, DOMAIN, START))
                .contains(SubscriptionRefusal.NOBODY_MANAGES_DOMAINS);
        assertThat(SubscriptionRules.manage(nobodys, BOUGHT, START)).isEmpty();
        assertThat(SubscriptionRules.see(
                        Actors.person("mia@school.example", AdminRole.DOMAIN_NAME_ADMINISTRATOR), false))
                .contains(SubscriptionRefusal.NOBODY_MANAGES_DOMAINS);
        assertThat(SubscriptionRules.changeQuantity(both, DOMAIN, START)).contains(SubscriptionRefusal.ONE_DOMAIN);
    }

    @Test
    void theCustomerChangesWhatItBoughtItself() {
        Desk billing = own(AdminRole.BILLING_ADMINISTRATOR);
        assertThat(SubscriptionRules.manage(billing, BOUGHT, START)).isEmpty();
        assertThat(SubscriptionRules.manage(billing, SOLD, START)).contains(SubscriptionRefusal.SOLD_BY_PARTNER);
        assertThat(SubscriptionRules.manage(billing, SOLD, true, START)).contains(SubscriptionRefusal.SOLD_BY_PARTNER);
        assertThat(SubscriptionRules.manage(billing, SOLD, false, START)).contains(SubscriptionRefusal.SELLER_GONE);
        assertThat(SubscriptionRules.manage(selling(null), SOLD, START)).isEmpty();
        assertThat(SubscriptionRules.manage(own(AdminRole.GLOBAL_READER), BOUGHT, START))
                .contains(SubscriptionRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void whatHasEndedIsChangedNoMore() {
        SubscriptionState canceled = state(null, Product.CAMPUS_CLASS, START);
        Instant end = SubscriptionRules.end(canceled, START);
        Desk billing = own(AdminRole.BILLING_ADMINISTRATOR);
        assertThat(SubscriptionRules.manage(billing, canceled, end.minusNanos(1)))
                .isEmpty();
        assertThat(SubscriptionRules.manage(billing, canceled, end)).contains(SubscriptionRefusal.ENDED);
    }

    @Test
    void moreWaitForTheAgreementAndFewerDoNot() {
        assertThat(SubscriptionRules.changeQuantity(ownWithoutAgreement(), BOUGHT, 10, 11, 0, true, START))
                .contains(SubscriptionRefusal.AGREEMENT_NOT_ACCEPTED);
        assertThat(SubscriptionRules.changeQuantity(ownWithoutAgreement(), BOUGHT, 10, 9, 0, true, START))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 7, 7, ",
        "10, 6, 7, QUANTITY_BELOW_ASSIGNED",
        "9, 12, 0, CHANGED_MEANWHILE",
        "10, 0, 0, QUANTITY_INVALID",
        "10, -1, 0, QUANTITY_INVALID",
        "10, 10001, 0, QUANTITY_INVALID",
        "10, 10000, 0, "
    })
    void theNumberOfLicencesHasItsLimits(int shown, int wanted, long assigned, @Nullable SubscriptionRefusal refusal) {
        var asked = SubscriptionRules.changeQuantity(
                own(AdminRole.BILLING_ADMINISTRATOR), BOUGHT, shown, wanted, assigned, true, START);
        assertThat(asked.orElse(null)).isEqualTo(refusal);
    }

    private static Stream<SubscriptionRefusal> problems(Purchase purchase, boolean domainTaken) {
        Offer offer = Offer.of(own(AdminRole.BILLING_ADMINISTRATOR), purchase.product());
        return SubscriptionRules.purchase(purchase, offer, domainTaken);
    }

    @Test
    void anOrderTellsEverythingThatIsWrong() {
        assertThat(problems(new Purchase(Product.CAMPUS_CLASS, Term.MONTH, 1, ""), false))
                .isEmpty();
        assertThat(problems(new Purchase(Product.CAMPUS_CLASS, null, 0, ""), false))
                .containsExactly(SubscriptionRefusal.TERM_MISSING, SubscriptionRefusal.QUANTITY_INVALID);
        assertThat(problems(new Purchase(Product.DOMAIN_NAME, Term.MONTH, 0, "x.example"), true))
                .containsExactly(SubscriptionRefusal.TERM_MISSING, SubscriptionRefusal.DOMAIN_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "school", "-x.example", "x..example", "x.example/", "<script>.example", "学校.example"})
    void whatIsNoDomainIsNotBought(String domain) {
        assertThat(problems(new Purchase(Product.DOMAIN_NAME, Term.YEAR, 0, domain), false))
                .containsExactly(SubscriptionRefusal.DOMAIN_INVALID);
    }

    @Test
    void termsGoOnByThemselvesAndTheThirtyFirstComesBack() {
        assertThat(SubscriptionRules.end(BOUGHT, START)).isEqualTo("2026-02-28T10:00:00Z");
        assertThat(SubscriptionRules.end(BOUGHT, Instant.parse("2026-02-28T10:00:00Z")))
                .isEqualTo("2026-03-31T10:00:00Z");
        assertThat(SubscriptionRules.terms(BOUGHT, Instant.parse("2036-01-31T10:00:00Z")))
                .isEqualTo(121);
        assertThat(SubscriptionRules.status(BOUGHT, Instant.parse("2036-01-31T10:00:00Z")))
                .isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void aYearThatBeginsOnALeapDayEndsInFebruary() {
        Instant leapDay = Instant.parse("2028-02-29T00:00:00Z");
        assertThat(Term.YEAR.end(leapDay, 1)).isEqualTo("2029-02-28T00:00:00Z");
        assertThat(Term.YEAR.end(leapDay, 4)).isEqualTo("2032-02-29T00:00:00Z");
    }

    @Test
    void aCanceledOneEndsAndStaysEnded() {
        SubscriptionState canceled = state(null, Product.CAMPUS_CLASS, START);
        assertThat(SubscriptionRules.status(canceled, START)).isEqualTo(SubscriptionStatus.CANCELED);
        assertThat(SubscriptionRules.end(canceled, START.plus(Duration.ofDays(900))))
                .isEqualTo("2026-02-28T10:00:00Z");
        assertThat(SubscriptionRules.status(canceled, START.plus(Duration.ofDays(900))))
                .isEqualTo(SubscriptionStatus.ENDED);
    }

    @Test
    void moreAreChargedByTheDaysThatAreLeft() {
        var price = new Money(1_000, "GBP");
        Instant from = Instant.parse("2026-04-01T00:00:00Z");
        Instant to = Instant.parse("2026-05-01T00:00:00Z");
        assertThat(SubscriptionRules.prorated(price, 3, from, to, from).minor()).isEqualTo(3_000);
        assertThat(SubscriptionRules.prorated(price, 3, from, to, to.minus(Duration.ofDays(15)))
                        .minor())
                .isEqualTo(1_500);
        assertThat(SubscriptionRules.prorated(price, 1, from, to, to.minusNanos(1))
                        .minor())
                .as("a day that has begun")
                .isEqualTo(33);
        assertThat(SubscriptionRules.prorated(new Money(5, "JPY"), 1, from, to, to.minus(Duration.ofDays(15)))
                        .minor())
                .as("half a yen is rounded up")
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"JP,JPY", "GB,GBP", "DE,EUR", "HR,EUR", "US,USD", "NO,USD"})
    void pricesAreInTheMoneyOfTheCountry(String country, String currency) {
        for (Product product : Product.catalogue()) {
            Money year = product.price(Term.YEAR, country);
            assertThat(year.currency()).isEqualTo(currency);
            assertThat(year).isEqualTo(product.price(Term.MONTH, country).times(10));
        }
    }

    @Test
    void amountsAreWrittenAsPeopleReadThem() {
        assertThat(new Money(123_450, "GBP").text(Locale.ENGLISH)).isEqualTo("£1,234.50");
        assertThat(new Money(1_234, "JPY").text(Locale.ENGLISH)).isEqualTo("¥1,234");
        assertThat(new Money(1_234, "JPY").text(Locale.JAPANESE))
                .endsWith("1,234")
                .doesNotContain(".");
        assertThat(new Money(1_234, "JPY").exact()).isEqualTo("JPY 1,234");
        assertThat(new Money(5, "EUR").exact()).isEqualTo("EUR 0.05");
    }

    @Test
    void onlyThoseWhoLookAfterTheBillsSeeThem() {
        assertThat(SubscriptionRules.see(Actors.globalReader("ann@school.example")))
                .isEmpty();
        assertThat(SubscriptionRules.see(Actors.billingAdministrator("ann@school.example")))
                .isEmpty();
        assertThat(SubscriptionRules.see(Actors.person("ann@school.example", AdminRole.HELPDESK_ADMINISTRATOR)))
                .contains(SubscriptionRefusal.NEEDS_BILLING_READER);
        assertThat(SubscriptionRules.see(Actors.person("ann@school.example", AdminRole.DOMAIN_NAME_ADMINISTRATOR)))
                .contains(SubscriptionRefusal.DOMAIN_NEEDS_BOTH_ROLES);
    }

    @Test
    void everyProductHasAWordOfItsOwn() {
        for (Product product : Product.catalogue()) {
            assertThat(Product.of(product.word())).contains(product);
        }
        assertThat(Product.of(UUID.randomUUID().toString())).isEmpty();
    }

    private static final SubscriptionState SOFTWARE = state(SELLER, Product.SOFTWARE, null);

    private static SoftwareOffer software(@Nullable SoftwareRefusal refusal) {
        return new SoftwareOffer(
                Ids.next(),
                SELLER,
                "Vendor",
                new Bilingual("Roster", ""),
                new Bilingual("For classes", ""),
                null,
                new Money(3_000, "JPY"),
                refusal);
    }

    @Test
    void softwareIsBoughtByTheCustomerAndByNobodyElse() {
        Desk billing = own(AdminRole.BILLING_ADMINISTRATOR);
        assertThat(SubscriptionRules.buy(billing, Product.SOFTWARE, software(null)))
                .isEmpty();
        assertThat(SubscriptionRules.buy(own(AdminRole.GLOBAL_READER), Product.SOFTWARE, software(null)))
                .contains(SubscriptionRefusal.NEEDS_BILLING_ADMINISTRATOR);
        assertThat(SubscriptionRules.buy(ownWithoutAgreement(), Product.SOFTWARE, software(null)))
                .contains(SubscriptionRefusal.AGREEMENT_NOT_ACCEPTED);
        assertThat(SubscriptionRules.buy(selling(null), Product.SOFTWARE, software(null)))
                .contains(SubscriptionRefusal.SOFTWARE_NOT_BY_PARTNER);
        for (SoftwareRefusal refusal : new SoftwareRefusal[] {
            SoftwareRefusal.NOT_ON_SALE, SoftwareRefusal.VENDOR_GONE, SoftwareRefusal.NO_PRICE
        }) {
            assertThat(SubscriptionRules.buy(billing, Product.SOFTWARE, software(refusal)))
                    .contains(refusal);
        }
    }

    @Test
    void softwareIsManagedByTheCustomerThoughAPartnerSoldIt() {
        assertThat(SubscriptionRules.manage(own(AdminRole.BILLING_ADMINISTRATOR), SOFTWARE, START))
                .isEmpty();
        assertThat(SubscriptionRules.manage(own(AdminRole.GLOBAL_READER), SOFTWARE, START))
                .contains(SubscriptionRefusal.NEEDS_BILLING_ADMINISTRATOR);
        assertThat(SubscriptionRules.manage(selling(null), SOFTWARE, START))
                .as("the vendor, though it is a reseller too")
                .contains(SubscriptionRefusal.SOFTWARE_NOT_BY_PARTNER);
    }

    @Test
    void withoutItsVendorThereAreFewerLicencesAndNoRenewal() {
        Desk billing = own(AdminRole.BILLING_ADMINISTRATOR);
        assertThat(SubscriptionRules.changeQuantity(billing, SOFTWARE, 10, 11, 0, false, START))
                .contains(SoftwareRefusal.VENDOR_GONE);
        assertThat(SubscriptionRules.changeQuantity(billing, SOFTWARE, 10, 9, 0, false, START))
                .isEmpty();
        assertThat(SubscriptionRules.changeQuantity(billing, SOFTWARE, 10, 11, 0, true, START))
                .isEmpty();
        SubscriptionState canceled = state(SELLER, Product.SOFTWARE, START);
        assertThat(SubscriptionRules.undoCancel(billing, canceled, false, START))
                .contains(SoftwareRefusal.VENDOR_GONE);
        assertThat(SubscriptionRules.undoCancel(billing, canceled, true, START)).isEmpty();
    }

    @Test
    void softwareHasTheTermsForWhichItHasAPriceAndCostsWhatWasShown() {
        Offer offer = Offer.of(own(AdminRole.BILLING_ADMINISTRATOR), software(null));
        var month = new Purchase(Product.SOFTWARE, offer.software().id(), Term.MONTH, 2, "", 3_000L);
        var year = new Purchase(Product.SOFTWARE, offer.software().id(), Term.YEAR, 2, "", 3_000L);
        var unseen = new Purchase(Product.SOFTWARE, offer.software().id(), Term.YEAR, 2, "", null);
        assertThat(SubscriptionRules.purchase(month, offer, false)).containsExactly(SubscriptionRefusal.TERM_MISSING);
        assertThat(SubscriptionRules.purchase(year, offer, false)).isEmpty();
        assertThat(SubscriptionRules.price(year, offer.price(Term.YEAR))).isEmpty();
        assertThat(SubscriptionRules.price(year, new Money(3_001, "JPY"))).contains(SubscriptionRefusal.PRICE_CHANGED);
        assertThat(SubscriptionRules.price(unseen, offer.price(Term.YEAR))).contains(SubscriptionRefusal.PRICE_CHANGED);
    }

    @Test
    void theCatalogueHasEverythingButVendorsSoftware() {
        assertThat(Product.catalogue()).hasSize(Product.values().length - 1).doesNotContain(Product.SOFTWARE);
        assertThat(Product.of("software")).isEmpty();
    }
}
