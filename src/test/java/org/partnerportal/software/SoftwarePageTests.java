package org.partnerportal.software;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerportal.PortalTest;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A vendor makes a product, offers it, changes it, withdraws it, and sees who bought it. */
@PortalTest
class SoftwarePageTests {

    private static final String PAGE = "/partner/software";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private SubscriptionFixture subscriptions;

    @Autowired
    private SoftwareFixture fixture;

    @Autowired
    private JdbcTemplate database;

    private Actor customer;
    private Actor vendor;

    @BeforeEach
    void vendorAndSchool() {
        customer = subscriptions.customer();
        vendor = subscriptions.vendor(customer);
    }

    private ResultActions open(Actor person, String page) throws Exception {
        return browser.perform(get(page).with(SignedIn.as(person)));
    }

    private ResultActions send(Actor person, String page, String... fields) throws Exception {
        var form = post(page).with(SignedIn.as(person)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            form.param(fields[at], fields[at + 1]);
        }
        return browser.perform(form);
    }

    private ResultActions make(String id, String... more) throws Exception {
        var form = post(PAGE + "/new").with(SignedIn.as(vendor)).with(csrf()).param("id", id);
        for (int at = 0; at < more.length; at += 2) {
            form.param(more[at], more[at + 1]);
        }
        return browser.perform(form);
    }

    private long products() {
        return database.queryForObject(
                "select count(*) from software_product where partner_id = ?",
                Long.class,
                vendor.tenant().value());
    }

    private List<String> trail(UUID product) {
        return database.queryForList(
                "select kind from trail_entry where subject_id = ? and partner_id = ? order by id",
                String.class,
                product,
                vendor.tenant().value());
    }

    private static String nextDoor(String page) {
        return page.replace("{id}", UUID.randomUUID().toString());
    }

    @Test
    void aVendorMakesAProductAndOffersItAndTakesItBack() throws Exception {
        open(vendor, PAGE).andExpect(content().string(containsString("No product yet")));
        open(vendor, PAGE + "/new").andExpect(status().isOk());
        UUID id = Ids.next();
        make(
                        id.toString(),
                        "nameEn",
                        "Class Roster",
                        "descriptionEn",
                        "Seating plans",
                        "nameJa",
                        "名簿",
                        "descriptionJa",
                        "座席表",
                        "monthGbp",
                        "1.90",
                        "yearJpy",
                        "3000")
                .andExpect(redirectedUrl(PAGE + "/" + id));
        String page = PAGE + "/" + id;
        open(vendor, page)
                .andExpect(content()
                        .string(allOf(
                                containsString("Class Roster"),
                                containsString("座席表"),
                                containsString("£1.90"),
                                containsString("¥3,000"),
                                containsString("Draft"),
                                containsString("Nobody has bought it yet"))));
        send(vendor, page + "/put-on-sale").andExpect(redirectedUrl(page));
        open(vendor, PAGE + "?show=on_sale").andExpect(content().string(containsString("Class Roster")));
        open(vendor, PAGE + "?show=draft").andExpect(content().string(containsString("Nothing matches")));
        subscriptions.buySoftware(customer, id, 3);
        open(vendor, page)
                .andExpect(content()
                        .string(allOf(
                                containsString(customer.tenantName()),
                                containsString("renewed then"),
                                containsString("/partner/customers/" + customer.tenant() + "/subscriptions/"))));
        open(vendor, page + "/withdraw")
                .andExpect(content()
                        .string(allOf(
                                containsString("Withdraw Class Roster from sale?"),
                                containsString("have it in use: 1."))));
        send(vendor, page + "/withdraw").andExpect(redirectedUrl(page));
        open(vendor, page + "/withdraw").andExpect(content().string(containsString("is not on sale, or no longer")));
        send(vendor, page + "/put-on-sale").andExpect(redirectedUrl(page));
        assertThat(trail(id))
                .containsExactly("SoftwareAdded", "SoftwarePutOnSale", "SoftwareWithdrawn", "SoftwarePutOnSale");
        open(vendor, "/settings/history?area=software")
                .andExpect(content()
                        .string(allOf(
                                containsString("Software product made"),
                                containsString("Class Roster / 名簿"),
                                containsString("GBP 1.90"))));
    }

    @Test
    void readersGetTheirLanguage() throws Exception {
        UUID id = fixture.onSale(vendor);
        database.update("update account set language = 'ja' where id = ?", vendor.account());
        browser.perform(get(PAGE + "/" + id).with(SignedIn.as(vendor)).locale(Locale.JAPANESE))
                .andExpect(
                        content().string(allOf(containsString("名簿"), containsString("販売中"), containsString("購入した顧客"))));
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldsAndNothingIsKept() throws Exception {
        String id = Ids.next().toString();
        make(id).andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"#nameEn\""),
                                containsString("href=\"#monthUsd\""),
                                containsString("at least one language"),
                                containsString("at least one currency"))));
        make(id, "nameEn", "Roster", "monthGbp", "1.999", "yearEur", "x")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Enter the English description"),
                                containsString("Enter prices in EUR"),
                                containsString("Enter prices in GBP"),
                                containsString("value=\"1.999\""))));
        assertThat(products()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "nameEn, <script>alert(1)</script>",
        "descriptionEn, <script>alert(1)</script>",
        "nameJa, ' onload=alert(1)'",
        "monthGbp, <script>alert(1)</script>",
        "id, <script>alert(1)</script>"
    })
    void hostileTextIsShownAsTextOrRefused(String field, String text) throws Exception {
        String id = field.equals("id") ? text : Ids.next().toString();
        String shown = make(
                        id,
                        field.equals("id") ? "unknown" : field,
                        text,
                        field.equals("nameEn") ? "descriptionEn" : "nameEn",
                        "Roster",
                        field.equals("descriptionEn") ? "descriptionJa" : "yearGbp",
                        "9.00")
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(shown).doesNotContain("<script>alert");
    }

    @Test
    void whatIsMuchTooLongIsRefused() throws Exception {
        make(
                        Ids.next().toString(),
                        "nameEn",
                        "n".repeat(1_000),
                        "descriptionEn",
                        "d".repeat(10_000_000),
                        "monthGbp",
                        "9".repeat(1_000))
                .andExpect(status().is4xxClientError());
        assertThat(products()).isZero();
    }

    @Test
    void aFormSentAgainMakesTheSameOnceAndRefusesSomethingElse() throws Exception {
        String id = Ids.next().toString();
        String[] entry = {"nameEn", "Roster", "descriptionEn", "For classes", "monthGbp", "2"};
        for (int click = 0; click < 2; click++) {
            make(id, entry).andExpect(redirectedUrl(PAGE + "/" + id));
        }
        entry[5] = "3";
        make(id, entry).andExpect(status().isConflict());
        assertThat(products()).isEqualTo(1);
    }

    @Test
    void twoPeopleWhoEditDoNotOverwriteEachOther() throws Exception {
        UUID id = fixture.draft(vendor);
        String page = PAGE + "/" + id + "/edit";
        open(vendor, page)
                .andExpect(content().string(allOf(containsString("value=\"1.90\""), containsString("name=\"seen\""))));
        String[] price = {"seen", "0", "nameEn", "Roster", "descriptionEn", "For classes", "monthGbp", "2"};
        send(vendor, page, price).andExpect(redirectedUrl(PAGE + "/" + id));
        send(vendor, page, price).andExpect(redirectedUrl(PAGE + "/" + id));
        price[7] = "3";
        send(vendor, page, price)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Somebody changed the product")));
        price[7] = "free";
        send(vendor, page, price).andExpect(status().isUnprocessableContent());
        assertThat(trail(id)).containsExactly("SoftwareAdded", "SoftwareEdited");
    }

    @Test
    void aPriceAloneIsAChangeThatTheOtherSees() throws Exception {
        UUID id = fixture.draft(vendor);
        String page = PAGE + "/" + id + "/edit";
        fixture.change(vendor, id, "Class Roster", "2.50");
        send(vendor, page, "seen", "0", "nameEn", "Roster", "descriptionEn", "For classes", "monthGbp", "2")
                .andExpect(status().isConflict());
    }

    @Test
    void onlyAdminAgentsSeeAndDoIt() throws Exception {
        UUID id = fixture.onSale(vendor);
        for (AdminRole role : List.of(AdminRole.SALES_AGENT, AdminRole.HELPDESK_AGENT, AdminRole.GLOBAL_READER)) {
            Actor other = tenants.colleague(vendor, role);
            open(other, PAGE).andExpect(status().isForbidden());
            open(other, PAGE + "/new").andExpect(status().isForbidden());
            open(other, PAGE + "/" + id).andExpect(status().isForbidden());
            send(other, PAGE + "/" + id + "/withdraw").andExpect(status().isForbidden());
            open(other, "/").andExpect(content().string(not(containsString("href=\"" + PAGE + "\""))));
        }
        open(customer, PAGE).andExpect(status().isForbidden());
        open(vendor, "/").andExpect(content().string(containsString("href=\"" + PAGE + "\"")));
        open(vendor, "/partner/customers/" + customer.tenant())
                .andExpect(content().string(containsString("href=\"" + PAGE + "\"")));
    }

    @Test
    void whatIsAnothersOrNobodysIsNotFound() throws Exception {
        UUID id = fixture.onSale(vendor);
        Actor stranger = tenants.partner();
        for (String page : List.of("/{id}", "/{id}/edit", "/{id}/withdraw")) {
            open(stranger, PAGE + page.replace("{id}", id.toString())).andExpect(status().isNotFound());
            open(vendor, PAGE + nextDoor(page)).andExpect(status().isNotFound());
        }
        for (String page : List.of("/{id}/edit", "/{id}/put-on-sale", "/{id}/withdraw")) {
            send(stranger, PAGE + page.replace("{id}", id.toString())).andExpect(status().isNotFound());
            send(vendor, PAGE + nextDoor(page)).andExpect(status().isNotFound());
        }
        open(stranger, PAGE).andExpect(content().string(not(containsString(id.toString()))));
        open(vendor, PAGE + "?before=-1&show=-1").andExpect(status().isOk());
        open(vendor, PAGE + "/" + id + "?before=-1").andExpect(status().isOk());
    }

    @Test
    void thereIsAnEndToHowManyAPartnerHas() throws Exception {
        fixture.fill(vendor, SoftwareRules.MOST_PRODUCTS - 1);
        fixture.draft(vendor);
        open(vendor, PAGE + "/new").andExpect(content().string(containsString("You can make no more products")));
        make(Ids.next().toString(), "nameEn", "Roster", "descriptionEn", "For classes", "monthGbp", "2")
                .andExpect(status().isConflict());
        assertThat(products()).isEqualTo(SoftwareRules.MOST_PRODUCTS);
    }

    @Test
    void behindTheLastRowThereIsAWayBackAndABrokenPlaceIsTold() throws Exception {
        UUID product = fixture.onSale(vendor);
        String zero = new UUID(0, 0).toString();
        browser.perform(get(PAGE + "?before=" + zero).with(SignedIn.as(vendor)))
                .andExpect(
                        content().string(allOf(containsString("First page"), not(containsString("No product yet")))));
        browser.perform(get(PAGE + "/" + product + "?before=" + zero).with(SignedIn.as(vendor)))
                .andExpect(content().string(allOf(containsString("First page"), containsString("Last changed on"))));
        for (String page : List.of(PAGE, PAGE + "/" + product)) {
            browser.perform(get(page + "?before=-1").with(SignedIn.as(vendor)))
                    .andExpect(content().string(containsString("Part of the address was left out")));
        }
    }
}
