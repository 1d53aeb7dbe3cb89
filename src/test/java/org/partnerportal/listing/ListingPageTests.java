package org.partnerportal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerportal.PortalTest;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages of the own listing and the operator's about it: what they show, do and refuse. */
@PortalTest
class ListingPageTests {

    private static final String HERE = "/partner/profile";
    private static final String EDIT = HERE + "/edit";
    private static final String PREVIEW = HERE + "/preview";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private ListingFixture fixture;

    @Autowired
    private ListingService listings;

    @Autowired
    private MessageSource messages;

    private Actor partner;
    private Actor operator;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        operator = tenants.operator();
    }

    private ResultActions open(Actor person, String page) throws Exception {
        return browser.perform(get(page).with(SignedIn.as(person)));
    }

    private ResultActions send(Actor person, String page, String... fields) throws Exception {
        var request = post(page).with(SignedIn.as(person)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return browser.perform(request);
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("revision", "0");
        fields.put("enName", "Fjord Cloud");
        fields.put("enSummary", "Moves schools to the cloud.");
        fields.put("enAbout", "We move mail.\r\n\r\nSince 2009.");
        fields.put("services", "MIGRATION");
        fields.put("sizes", "SMALL");
        fields.put("languages", "EN");
        fields.put("countries", "NO");
        fields.put("types", "GDAP");
        fields.put("enContact", "Sales team");
        fields.put("phone", "+47 2255 0100");
        fields.put("email", "Sales@Fjord.example");
        return fields;
    }

    private ResultActions keep(Actor person, Map<String, String> fields) throws Exception {
        return send(
                person,
                EDIT,
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    private String at(String action) {
        return "/operator/listings/" + partner.tenant() + action;
    }

    private String revision() {
        return String.valueOf(fixture.revision(partner));
    }

    private String text(String key, String language) {
        return messages.getMessage(key, null, Locale.forLanguageTag(language));
    }

    @Test
    void aPartnerWritesPreviewsAndSubmits() throws Exception {
        open(partner, HERE).andExpect(content().string(containsString("Your organisation is not listed yet")));
        open(partner, EDIT)
                .andExpect(content().string(containsString(partner.tenantName())))
                .andExpect(content().string(containsString("+1 555 0100")));
        keep(partner, fields()).andExpect(redirectedUrl(PREVIEW));
        assertThat(listings.own(partner).draft().email()).isEqualTo("sales@fjord.example");
        assertThat(listings.own(partner).draft().en().about()).isEqualTo("We move mail.\n\nSince 2009.");
        open(partner, PREVIEW)
                .andExpect(content().string(containsString("Submit for approval")))
                .andExpect(content().string(containsString(partner.tenantName())));
        send(partner, PREVIEW, "revision", revision()).andExpect(redirectedUrl(HERE));
        open(partner, HERE).andExpect(content().string(containsString("Waits for approval since")));
        open(partner, PREVIEW).andExpect(content().string(not(containsString("Submit for approval"))));
    }

    @Test
    void thePreviewSpeaksBothLanguagesAndSaysWhichOneIsWritten() throws Exception {
        keep(partner, fields());
        open(partner, PREVIEW)
                .andExpect(content().string(containsString(text("listing.services", "en"))))
                .andExpect(content().string(containsString(text("listing.services", "ja"))))
                .andExpect(content().string(containsString(text("listing.offers.GDAP", "ja"))))
                .andExpect(content().string(containsString(text("listing.only.en", "ja"))))
                .andExpect(content().string(not(containsString(text("listing.only.en", "en")))));
    }

    @Test
    void aDraftMayHaveGapsWhichThePagesName() throws Exception {
        Map<String, String> fields = fields();
        fields.put("enSummary", "");
        fields.remove("services");
        keep(partner, fields).andExpect(redirectedUrl(PREVIEW));
        for (String page : new String[] {HERE, EDIT, PREVIEW}) {
            open(partner, page)
                    .andExpect(content().string(containsString("#enSummary")))
                    .andExpect(content().string(containsString("#services")));
        }
        send(partner, PREVIEW, "revision", revision()).andExpect(status().isUnprocessableContent());
        assertThat(listings.own(partner).draftState()).isEqualTo(DraftState.DRAFT);
    }

    @Test
    void aStaleFormKeepsWhatWasTypedAndSavesOnTheSecondTry() throws Exception {
        keep(partner, fields());
        Map<String, String> stale = fields();
        stale.put("enName", "Typed for an hour");
        keep(partner, stale)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Typed for an hour")))
                .andExpect(content().string(containsString("name=\"revision\" value=\"1\"")));
        assertThat(listings.own(partner).draft().en().name()).isEqualTo("Fjord Cloud");
        stale.put("revision", "1");
        keep(partner, stale).andExpect(redirectedUrl(PREVIEW));
        assertThat(listings.own(partner).draft().en().name()).isEqualTo("Typed for an hour");
    }

    @ParameterizedTest
    @CsvSource({
        "email, 'a@b.example\r\nBcc: c@d.example', EMAIL_MALFORMED",
        "website, javascript:alert(1), WEBSITE_MALFORMED",
        "phone, call me, PHONE_MALFORMED",
        "countries, XX, COUNTRY_UNKNOWN",
        "enName, 'two\nlines', NAME_MALFORMED",
        "enContact, 'a\u202Eb', CONTACT_MALFORMED"
    })
    void badInputIsRefusedBesideItsField(String field, String value, ListingRefusal refusal) throws Exception {
        Map<String, String> fields = fields();
        fields.put(field, value);
        keep(partner, fields)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(text(refusal.key(), "en"))))
                .andExpect(content().string(containsString("Moves schools to the cloud.")));
        assertThat(listings.own(partner).draft()).isNull();
    }

    @Test
    void tenMegabytesAreRefusedOnTheForm() throws Exception {
        Map<String, String> fields = fields();
        fields.put("enAbout", "a".repeat(10_000_000));
        keep(partner, fields)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(text("ListingRefusal.ABOUT_MALFORMED", "en"))));
    }

    @Test
    void wordsThatAreNoChoiceAreLeftOut() throws Exception {
        send(
                partner,
                EDIT,
                "revision",
                "0",
                "services",
                "NONSENSE",
                "services",
                "SUPPORT",
                "types",
                "<b>",
                "phone",
                "");
        assertThat(listings.own(partner).draft().services()).containsExactly(ServiceKind.SUPPORT);
        assertThat(listings.own(partner).draft().types()).isEmpty();
    }

    @Test
    void scriptsInEveryFieldAreText() throws Exception {
        String script = "<script>alert(1)</script>";
        Map<String, String> fields = fields();
        for (String field : new String[] {
            "enName",
            "enSummary",
            "enAbout",
            "enCities",
            "enContact",
            "jaName",
            "jaSummary",
            "jaAbout",
            "jaCities",
            "jaContact"
        }) {
            fields.put(field, script);
        }
        keep(partner, fields).andExpect(redirectedUrl(PREVIEW));
        send(partner, PREVIEW, "revision", revision());
        for (String page : new String[] {HERE, EDIT, PREVIEW}) {
            open(partner, page).andExpect(content().string(not(containsString("<script>alert"))));
        }
        for (String page : new String[] {at(""), at("/preview"), "/operator/listings"}) {
            open(operator, page).andExpect(content().string(not(containsString("<script>alert"))));
        }
        open(operator, at("")).andExpect(content().string(containsString("&lt;script&gt;")));
    }

    @Test
    void otherAgentsReadAndAreToldWhoWrites() throws Exception {
        keep(partner, fields());
        Actor sales = tenants.colleague(partner, AdminRole.SALES_AGENT);
        open(sales, HERE)
                .andExpect(content().string(containsString(partner.email())))
                .andExpect(content().string(not(containsString(EDIT))));
        open(sales, PREVIEW)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Submit for approval"))));
        open(sales, EDIT).andExpect(status().isForbidden());
        keep(sales, fields()).andExpect(status().isForbidden());
        for (String page : new String[] {PREVIEW, HERE + "/discard", HERE + "/hide", HERE + "/show"}) {
            send(sales, page, "revision", "1").andExpect(status().isForbidden());
        }
    }

    @Test
    void whoeverIsNoAgentFindsNoSuchPage() throws Exception {
        Actor customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        for (String page : new String[] {HERE, EDIT, PREVIEW, HERE + "/discard", HERE + "/hide", HERE + "/show"}) {
            open(customer, page).andExpect(status().isNotFound());
            open(operator, page).andExpect(status().isNotFound());
        }
        keep(customer, fields()).andExpect(status().isNotFound());
    }

    @Test
    void whatTheOperatorSaysStandsOnTheFirstPage() throws Exception {
        fixture.publish(partner, ListingFixture.content("Fjord Cloud"));
        open(partner, HERE).andExpect(content().string(containsString("Listed since")));
        fixture.submit(partner, ListingFixture.content("Glacier Cloud"));
        send(operator, at("/send-back"), "revision", revision(), "reason", "Name the city")
                .andExpect(redirectedUrl(at("")));
        open(partner, HERE)
                .andExpect(content().string(containsString("Name the city")))
                .andExpect(content().string(containsString(text("listing.returned.title", "en"))));
        open(partner, EDIT).andExpect(content().string(containsString("Name the city")));
        send(operator, at("/take-out"), "reason", "Not yours").andExpect(redirectedUrl(at("")));
        open(partner, HERE)
                .andExpect(content().string(containsString("Not yours")))
                .andExpect(content().string(containsString(text("listing.blocked.title", "en"))));
        open(partner, "/").andExpect(content().string(containsString(text("listing.start.CORRECT", "en"))));
        send(operator, at("/put-back")).andExpect(redirectedUrl(at("")));
        assertThat(listings.published(partner.tenant())).isPresent();
    }

    @Test
    void hidingIsAskedFirstAndWorksAtOnce() throws Exception {
        fixture.publish(partner, ListingFixture.content("Fjord Cloud"));
        open(partner, HERE + "/hide").andExpect(content().string(containsString("Hide your listing?")));
        assertThat(listings.published(partner.tenant())).isPresent();
        send(partner, HERE + "/hide").andExpect(redirectedUrl(HERE));
        assertThat(listings.published(partner.tenant())).isEmpty();
        open(partner, HERE).andExpect(content().string(containsString("You hide your listing")));
        send(partner, HERE + "/show").andExpect(redirectedUrl(HERE));
        assertThat(listings.published(partner.tenant())).isPresent();
    }

    @Test
    void theOperatorSeesWhatChangedAndDecides() throws Exception {
        fixture.publish(partner, ListingFixture.content("Fjord Cloud"));
        fixture.submit(partner, ListingFixture.content("Glacier Cloud"));
        String page = open(operator, at("")).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("Fjord Cloud", "Glacier Cloud", partner.tenantName());
        assertThat(page.split(">" + text("listing.operator.changed", "en") + "<"))
                .as("only the name")
                .hasSize(2);
        open(operator, at("/send-back")).andExpect(status().isOk());
        send(operator, at("/send-back"), "revision", revision(), "reason", " ")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(text("ListingRefusal.REASON_MALFORMED", "en"))));
        send(operator, at("/take-out"), "reason", "r".repeat(501)).andExpect(status().isUnprocessableContent());
        send(operator, at("/approve"), "revision", "0").andExpect(status().isConflict());
        open(operator, at("/approve")).andExpect(redirectedUrl(at("")));
        send(operator, at("/approve"), "revision", revision()).andExpect(redirectedUrl(at("")));
        assertThat(listings.published(partner.tenant())
                        .orElseThrow()
                        .content()
                        .en()
                        .name())
                .isEqualTo("Glacier Cloud");
        open(operator, at("/send-back"))
                .andExpect(content().string(containsString(text("ListingRefusal.NOTHING_SUBMITTED", "en"))));
        send(operator, at("/send-back"), "revision", revision(), "reason", "why")
                .andExpect(status().isConflict());
    }

    @Test
    void whatIsSwitchedOffCannotBeApproved() throws Exception {
        fixture.submit(partner, ListingFixture.content("Fjord Cloud"));
        String shown = revision();
        tenants.disableTenant(partner);
        open(operator, at(""))
                .andExpect(content().string(containsString(text("ListingRefusal.ORGANISATION_DISABLED", "en"))));
        send(operator, at("/approve"), "revision", shown).andExpect(status().isConflict());
    }

    @Test
    void theOperatorsPagesAreNobodyElses() throws Exception {
        fixture.submit(partner, ListingFixture.content("Fjord Cloud"));
        for (String page : new String[] {"/operator/listings", at(""), at("/preview"), at("/take-out")}) {
            open(operator, page).andExpect(status().isOk());
            open(partner, page).andExpect(status().isNotFound());
        }
        String nobody = "/operator/listings/" + UUID.randomUUID();
        open(operator, nobody).andExpect(status().isNotFound());
        send(operator, nobody + "/approve", "revision", "1").andExpect(status().isNotFound());
        open(operator, "/").andExpect(content().string(containsString("/operator/listings?show=waiting")));
        String odd = "/operator/listings?show=nonsense&q=%00&after=x&since=y";
        open(operator, odd).andExpect(status().isOk());
    }

    private ResultActions openInJapanese(Actor person, String page) throws Exception {
        return browser.perform(get(page).locale(Locale.JAPANESE).with(SignedIn.as(person)));
    }

    @Test
    void everythingIsThereInJapanese() throws Exception {
        fixture.publish(partner, ListingFixture.content("Fjord Cloud"));
        fixture.submit(partner, ListingFixture.content("Glacier Cloud"));
        openInJapanese(partner, HERE).andExpect(content().string(containsString("から承認待ち")));
        openInJapanese(partner, EDIT).andExpect(content().string(containsString("承認待ちが取り消されます")));
        openInJapanese(partner, HERE + "/hide").andExpect(content().string(containsString("掲載を非表示にしますか")));
        openInJapanese(operator, at("")).andExpect(content().string(containsString("変更あり")));
        openInJapanese(operator, at("/send-back")).andExpect(content().string(containsString("差し戻しますか")));
        openInJapanese(operator, "/operator/listings").andExpect(content().string(containsString("承認待ち")));
        openInJapanese(operator, "/").andExpect(content().string(containsString("承認待ちの掲載を確認する")));
    }

    @Test
    void eachLanguageNamesItsOwnContact() throws Exception {
        Map<String, String> fields = fields();
        fields.putAll(Map.of("jaName", "フィヨルド", "jaSummary", "学校を支援します。", "jaAbout", "メールを移行します。"));
        keep(partner, fields);
        open(partner, EDIT).andExpect(content().string(containsString("#jaContact")));
        fields.put("jaContact", "営業部");
        fields.put("revision", revision());
        keep(partner, fields).andExpect(redirectedUrl(PREVIEW));
        send(partner, PREVIEW, "revision", revision());
        listings.approve(operator, partner.tenant(), fixture.revision(partner));
        String profile = "/directory/" + partner.tenant();
        open(partner, profile)
                .andExpect(content().string(containsString("Sales team")))
                .andExpect(content().string(not(containsString("営業部"))));
        browser.perform(get(profile).cookie(new Cookie("language", "ja")))
                .andExpect(content().string(containsString("営業部")))
                .andExpect(content().string(not(containsString("Sales team"))));
    }

    @Test
    void aPlaceInTheListThatThereIsNotIsTold() throws Exception {
        open(operator, "/operator/listings?after=zzz")
                .andExpect(content().string(containsString("Part of the address was left out")));
    }
}
