package org.partnerportal.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.security.SignedIn;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.tenant.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** An invoice as a page and as a PDF in the reader's language, the same bytes each time, for the customer and the seller. */
@PortalTest
class InvoicePageTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private SubscriptionFixture subscriptions;

    @Autowired
    private JdbcTemplate database;

    private UUID invoice(UUID subscription) {
        return database.queryForObject("select id from invoice where subscription_id = ?", UUID.class, subscription);
    }

    private byte[] pdf(Actor reader, String address, Locale locale) throws Exception {
        return browser.perform(get(address + "/pdf").with(SignedIn.as(reader)).locale(locale))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static String text(byte[] file) throws Exception {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    @Test
    void theCustomerReadsItsInvoiceInItsLanguageAndGetsTheSameBytesAgain() throws Exception {
        Actor customer = subscriptions.customer();
        UUID id = invoice(subscriptions.buy(customer, 3));
        String page = "/billing/bills-and-payments/" + id;
        browser.perform(get(page).with(SignedIn.as(customer)))
                .andExpect(content().string(allOf(containsString("£14.70"), containsString("Works Start"))));
        byte[] english = pdf(customer, page, Locale.ENGLISH);
        assertThat(pdf(customer, page, Locale.ENGLISH)).isEqualTo(english);
        assertThat(text(english)).contains("£14.70", "£4.90permonth", "WorksStart", customer.tenantName(), "Purchase");
        database.update("update account set language = 'ja' where id = ?", customer.account());
        assertThat(text(pdf(customer, page, Locale.JAPANESE))).contains("請求書", "ワークススタート", "£14.70");
    }

    @Test
    void theSellerIsNamedAndReadsItTooAndNobodyElse() throws Exception {
        Actor customer = subscriptions.customer();
        Actor seller = subscriptions.reseller(customer);
        UUID id = invoice(subscriptions.sell(seller, customer, 2));
        String page = "/partner/customers/" + customer.tenant() + "/invoices/" + id;
        assertThat(text(pdf(seller, page, Locale.ENGLISH))).contains(seller.tenantName());
        browser.perform(get("/billing/bills-and-payments/" + id).with(SignedIn.as(customer)))
                .andExpect(content().string(containsString(seller.tenantName())));
        Actor other = subscriptions.reseller(customer);
        browser.perform(get(page).with(SignedIn.as(other))).andExpect(status().isNotFound());
        browser.perform(get("/billing/bills-and-payments/" + id).with(SignedIn.as(subscriptions.customer())))
                .andExpect(status().isNotFound());
    }
}
