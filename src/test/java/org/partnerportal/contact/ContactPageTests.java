package org.partnerportal.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.PortalTest;
import org.partnerportal.Races;
import org.partnerportal.TestClock;
import org.partnerportal.referral.ReferralFixture;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Somebody asks a partner, proves the address, and sees what becomes of it; programs and strangers get nowhere. */
@PortalTest
class ContactPageTests {

    private static final String SCRIPT = "<script>alert(1)</script>";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private ReferralFixture referrals;

    @Autowired
    private ContactFixture contacts;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;
    private String page;
    private String email;
    private Map<String, String> form;

    @BeforeEach
    void open() throws Exception {
        partner = referrals.partner();
        page = "/directory/" + partner.tenant() + "/contact";
        email = "ann-" + UUID.randomUUID() + "@school.example";
        UUID id = Ids.next();
        form = new TreeMap<>(Map.of(
                "id", id.toString(),
                "stamp", contacts.stamp(partner.tenant(), id),
                "name", "Ann Berg",
                "email", email,
                "organisation", "Fjord School",
                "country", "NO",
                "place", "Bergen",
                "size", "SMALL",
                "industry", "SCHOOLS",
                "needs", "Moving our mail."));
        form.putAll(Map.of("language", "en", "contactAgreed", "true", "shareAgreed", "true"));
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private ResultActions send(@Nullable Actor sender) throws Exception {
        return send(sender, null);
    }

    private ResultActions send(@Nullable Actor sender, @Nullable String from) throws Exception {
        var request = post(page).with(csrf());
        form.forEach(request::param);
        if (from != null) {
            request.with(elsewhere -> {
                elsewhere.setRemoteAddr(from);
                return elsewhere;
            });
        }
        return browser.perform(sender == null ? request : request.with(SignedIn.as(sender)));
    }

    private ResultActions sees(@Nullable Actor actor, String address, String text) throws Exception {
        var request = get(address);
        return browser.perform(actor == null ? request : request.with(SignedIn.as(actor)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(text)));
    }

    private long requests() {
        return database.queryForObject(
                "select count(*) from referral where partner_id = ?",
                Long.class,
                partner.tenant().value());
    }

    private List<String> mails(String recipient) {
        return database.queryForList(
                "select kind from mail where recipient = ? and kind not like 'Listing%' order by id",
                String.class, recipient);
    }

    private String link() {
        return database.queryForObject(
                        "select plain from mail where recipient = ? and kind = 'ReferralConfirmationAsked'",
                        String.class,
                        email)
                .replaceAll("(?s).*(/contact/\\S+).*", "$1");
    }

    @Test
    void aStrangersRequestIsThePartnersOnceTheAddressIsProven() throws Exception {
        form.put("needs", "Buy cheap pills at pills.example");
        send(null).andExpect(redirectedUrl(page + "/sent"));
        sees(null, page + "/sent", "One more step");
        assertThat(mails(email)).containsExactly("ReferralConfirmationAsked");
        assertThat(mails(partner.email())).isEmpty();
        String mail = database.queryForObject("select plain from mail where recipient = ?", String.class, email);
        assertThat(mail).as("no words of a stranger").doesNotContain("pills", "Ann", "Fjord School");
        sees(partner, "/partner/referrals", "No request is open");
        assertThat(database.queryForObject(
                        "select count(*) from trail_entry where partner_id = ? and kind like 'Referral%'",
                        Long.class, partner.tenant().value()))
                .isZero();

        String link = link();
        for (int look = 0; look < 3; look++) {
            sees(null, link, "Send your request?")
                    .andExpect(content().string(containsString("Buy cheap pills at pills.example")));
        }
        sees(partner, "/partner/referrals", "No request is open");
        for (int click = 0; click < 2; click++) {
            browser.perform(post(link).with(csrf())).andExpect(redirectedUrl(link));
        }
        sees(null, link, "Your request is with");
        assertThat(mails(email)).containsExactly("ReferralConfirmationAsked", "ReferralCopy");
        assertThat(database.queryForObject(
                        "select plain from mail where recipient = ? and kind = 'ReferralCopy'", String.class, email))
                .as("everything that was sent")
                .contains("pills.example", "Fjord School", "Ann", "Norway", email);
        assertThat(mails(partner.email())).containsExactly("ReferralReceived");
        sees(partner, "/partner/referrals", "Fjord School");
        sees(partner, "/", "New requests of customers: 1");
    }

    @Test
    void aLinkRunsOutAfterTwoDaysAndLeadsBackToTheForm() throws Exception {
        send(null);
        String link = link();
        clock.advance(Duration.ofHours(48));
        sees(null, link, "This link has run out").andExpect(content().string(containsString(page)));
        browser.perform(post(link).with(csrf())).andExpect(status().isConflict());
        clock.reset();
        sees(partner, "/partner/referrals", "No request is open");
    }

    @Test
    void aLinkToAPartnerThatIsNoLongerListedLeadsToOthers() throws Exception {
        send(null);
        String link = link();
        tenants.disableTenant(partner);
        sees(null, link, "is no longer listed")
                .andExpect(content().string(containsString("href=\"/directory\"")))
                .andExpect(content().string(not(containsString("Yes, send it"))));
        browser.perform(post(link).with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("no longer listed")));
        assertThat(database.queryForObject("select status from referral where email = ?", String.class, email))
                .isEqualTo("UNCONFIRMED");
        assertThat(mails(email)).containsExactly("ReferralConfirmationAsked");
    }

    @Test
    void anUnknownLinkLeadsNowhere() throws Exception {
        browser.perform(get("/contact/unknown")).andExpect(status().isNotFound());
        browser.perform(post("/contact/unknown").with(csrf())).andExpect(status().isNotFound());
    }

    @Test
    void whoIsSignedInFindsTheOwnDataAndReachesThePartnerAtOnce() throws Exception {
        Actor sender = tenants.customer();
        sees(sender, page, "value=\"" + sender.tenantName() + "\"")
                .andExpect(content().string(containsString("value=\"ben\"")))
                .andExpect(content().string(containsString(sender.email())))
                .andExpect(content().string(not(containsString("name=\"email\""))));
        form.put("email", "somebody@else.example");
        send(sender).andExpect(redirectedUrl(page + "/sent"));
        assertThat(mails("somebody@else.example")).isEmpty();
        assertThat(mails(sender.email())).containsExactly("ReferralCopy");
        assertThat(mails(partner.email())).containsExactly("ReferralReceived");
        sees(sender, page + "/sent", "Your request is with");
        sees(sender, "/requests", "Waits for the partner");
        sees(sender, "/", "Your open requests to partners: 1");
    }

    @Test
    void onlyAPartnerThatIsFoundCanBeAsked() throws Exception {
        Actor unlisted = tenants.partner();
        String other = "/directory/" + unlisted.tenant() + "/contact";
        browser.perform(get(other)).andExpect(status().isNotFound());
        browser.perform(post(other).with(csrf())).andExpect(status().isNotFound());
        browser.perform(get(other + "/sent")).andExpect(status().isNotFound());
        tenants.disableTenant(partner);
        browser.perform(get(page)).andExpect(status().isNotFound());
        form.put("needs", "An hour's text");
        send(null)
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("This partner is not in the directory now")))
                .andExpect(content().string(containsString("An hour&#39;s text")))
                .andExpect(content().string(containsString("href=\"/directory\"")));
    }

    @Test
    void nobodyAsksTheOwnOrganisation() throws Exception {
        sees(partner, page, "This is your own organisation");
        send(partner).andExpect(status().isConflict());
        assertThat(requests()).isZero();
    }

    static Stream<Arguments> badInput() {
        return Stream.of(
                Arguments.of("name", ""),
                Arguments.of("name", "line\nbreak"),
                Arguments.of("email", "ann@school"),
                Arguments.of("email", "ann@school.example\r\nBcc: all@school.example"),
                Arguments.of("email", ""),
                Arguments.of("phone", "call me"),
                Arguments.of("organisation", ""),
                Arguments.of("country", "XX"),
                Arguments.of("country", SCRIPT),
                Arguments.of("place", ""),
                Arguments.of("size", "HUGE"),
                Arguments.of("industry", ""),
                Arguments.of("needs", ""),
                Arguments.of("needs", "turned \u202E around"),
                Arguments.of("type", "ADVISOR"),
                Arguments.of("type", SCRIPT),
                Arguments.of("language", "xx"),
                Arguments.of("contactAgreed", ""),
                Arguments.of("shareAgreed", ""));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsSaidAtItsFieldAndTheRestKept(String field, String value) throws Exception {
        form.put(field, value);
        send(null)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#" + field + "\"")))
                .andExpect(content().string(containsString("id=\"" + field + "\"")))
                .andExpect(content().string(containsString(form.get("id"))))
                .andExpect(content().string(not(containsString(SCRIPT))));
        assertThat(requests()).isZero();
        assertThat(mails(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "organisation", "place", "needs"})
    void scriptInATextIsShownAndNeverRun(String field) throws Exception {
        form.put(field, SCRIPT);
        Actor sender = tenants.customer();
        send(sender).andExpect(redirectedUrl(page + "/sent"));
        UUID id = database.queryForObject(
                "select id from referral where partner_id = ?",
                UUID.class,
                partner.tenant().value());
        for (String address : List.of("/partner/referrals", "/partner/referrals/" + id)) {
            browser.perform(get(address).with(SignedIn.as(partner)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(SCRIPT))));
        }
        sees(sender, "/requests/" + id, "alert(1)").andExpect(content().string(not(containsString(SCRIPT))));
        assertThat(database.queryForList("select html from mail where about = ?", String.class, id))
                .noneMatch(html -> html.contains(SCRIPT));
    }

    @Test
    void tenMegabytesAreTooLong() throws Exception {
        form.put("needs", "x".repeat(10_000_000));
        send(null)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("4,000 characters")));
        assertThat(requests()).isZero();
    }

    @Test
    void nothingAtAllIsAnswered() throws Exception {
        browser.perform(post(page).with(csrf())).andExpect(status().isUnprocessableContent());
        assertThat(requests()).isZero();
    }

    @Test
    void linesOfABrowserCountOnce() throws Exception {
        form.put("needs", "x\r\n".repeat(1_999) + "xx");
        send(null).andExpect(redirectedUrl(page + "/sent"));
    }

    @Test
    void aProgramThatFillsInEveryFieldLearnsNothing() throws Exception {
        form.put("remarks", "https://pills.example");
        send(null).andExpect(redirectedUrl(page + "/sent"));
        assertThat(requests()).isZero();
        assertThat(mails(email)).isEmpty();
    }

    @Test
    void aFormThatComesBackAtOnceIsShownAgainWithEverythingInIt() throws Exception {
        UUID id = UUID.fromString(form.get("id"));
        form.put("stamp", contacts.stamp(partner.tenant(), id, Duration.ZERO));
        send(null)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("That was very quick")))
                .andExpect(content().string(containsString("Moving our mail.")))
                .andExpect(content().string(containsString(email)))
                .andExpect(content().string(containsString(form.get("stamp"))));
        assertThat(requests()).isZero();
        assertThat(mails(email)).isEmpty();
        clock.advance(Duration.ofSeconds(3));
        send(null).andExpect(redirectedUrl(page + "/sent"));
    }

    @Test
    void aFormThatIsCorrectedAfterwardsIsSentAnewAndOnce() throws Exception {
        send(null).andExpect(redirectedUrl(page + "/sent"));
        String right = "ann-" + UUID.randomUUID() + "@school.example";
        form.put("email", right);
        for (int click = 0; click < 2; click++) {
            send(null).andExpect(redirectedUrl(page + "/sent"));
        }
        assertThat(mails(right)).containsExactly("ReferralConfirmationAsked");
        form.put("needs", "Moving our mail by June.");
        for (int click = 0; click < 2; click++) {
            send(null).andExpect(redirectedUrl(page + "/sent"));
        }
        assertThat(requests()).isEqualTo(3);
    }

    @Test
    void clicksThatOverlapEndOnThePromisedPage() throws Exception {
        for (int round = 0; round < 5; round++) {
            another();
            email = "ann-" + UUID.randomUUID() + "@school.example";
            form.put("email", email);
            assertThat(Races.meet(Collections.nCopies(
                            2,
                            () -> send(null, "198.51.100." + Math.floorMod(partner.hashCode(), 250))
                                    .andExpect(redirectedUrl(page + "/sent")))))
                    .containsOnly(Races.DONE);
            assertThat(mails(email)).hasSize(1);
        }
    }

    @Test
    void aFormOfYesterdayIsShownAgainWithANewStamp() throws Exception {
        UUID id = UUID.fromString(form.get("id"));
        String old = contacts.stamp(partner.tenant(), id, Duration.ofDays(1));
        form.put("stamp", old);
        send(null)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("open for a long time")))
                .andExpect(content().string(not(containsString(old))))
                .andExpect(content().string(not(containsString(id.toString()))));
    }

    @Test
    void aStampIsGoodForItsFormAndItsPartnerOnly() throws Exception {
        UUID id = UUID.fromString(form.get("id"));
        String good = form.get("stamp");
        for (String bad : List.of(
                "",
                ".",
                "x",
                "1.2",
                "0" + good,
                good + "0",
                contacts.stamp(partner.tenant(), Ids.next()),
                contacts.stamp(referrals.partner().tenant(), id))) {
            form.put("stamp", bad);
            send(null)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("could not be recognised")));
        }
        assertThat(requests()).isZero();
        form.put("stamp", good);
        send(null).andExpect(redirectedUrl(page + "/sent"));
    }

    private void another() throws Exception {
        UUID id = Ids.next();
        form.put("id", id.toString());
        form.put("stamp", contacts.stamp(partner.tenant(), id));
    }

    @Test
    void oneTypedAddressGetsThreeConfirmationsADay() throws Exception {
        for (int count = 0; count < 3; count++) {
            another();
            send(null).andExpect(redirectedUrl(page + "/sent"));
        }
        another();
        send(null)
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().string(containsString("Moving our mail.")))
                .andExpect(content().string(containsString("Nothing that you entered is lost")));
        assertThat(mails(email)).hasSize(3);
        clock.advance(Duration.ofDays(1));
        another();
        send(null).andExpect(redirectedUrl(page + "/sent"));
    }

    @Test
    void oneNetworkSendsTenAnHour() throws Exception {
        String network = "2001:db8:" + Integer.toHexString(partner.hashCode() & 0xFFFF) + "::";
        for (int count = 0; count < 10; count++) {
            another();
            form.put("email", "ann-" + UUID.randomUUID() + "@school.example");
            send(null, network + count).andExpect(redirectedUrl(page + "/sent"));
        }
        another();
        form.put("email", "ann-" + UUID.randomUUID() + "@school.example");
        send(null, network + "ffff").andExpect(status().isTooManyRequests());
    }

    @Test
    void onePersonSendsTwentyADay() throws Exception {
        Actor sender = tenants.customer();
        for (int count = 0; count < 20; count++) {
            another();
            send(sender).andExpect(redirectedUrl(page + "/sent"));
        }
        another();
        send(sender).andExpect(status().isTooManyRequests());
    }

    @Test
    void onePartnerGetsAHundredAnHour() throws Exception {
        for (int count = 0; count < 100; count++) {
            referrals.sendConfirmed(partner, "ann-" + UUID.randomUUID() + "@school.example");
        }
        send(tenants.customer()).andExpect(status().isTooManyRequests());
        send(null).andExpect(redirectedUrl(page + "/sent"));
        String link = link();
        browser.perform(post(link).with(csrf()))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
        sees(null, link, "Send your request?");
        assertThat(mails(email)).containsExactly("ReferralConfirmationAsked");
        clock.advance(Duration.ofHours(1));
        browser.perform(post(link).with(csrf())).andExpect(redirectedUrl(link));
        assertThat(mails(email)).contains("ReferralCopy");
    }

    @Test
    void whatNobodyConfirmsShutsNoPartnersForm() throws Exception {
        for (int count = 0; count < 101; count++) {
            referrals.sendUnconfirmed(partner, "ann-" + UUID.randomUUID() + "@school.example");
        }
        send(tenants.customer()).andExpect(redirectedUrl(page + "/sent"));
    }

    @Test
    void inJapaneseTooIsEverythingSaid() throws Exception {
        browser.perform(get(page).header("Accept-Language", "ja"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("ご要望の内容")))
                .andExpect(content().string(not(containsString("??"))));
        form.put("language", "ja");
        form.put("needs", "");
        send(null).andExpect(status().isUnprocessableContent());
        form.put("needs", "メールを移行したい。");
        send(null).andExpect(redirectedUrl(page + "/sent"));
        assertThat(database.queryForObject("select subject from mail where recipient = ?", String.class, email))
                .contains("への依頼を確認してください");
    }

    // my requests

    @Test
    void whoeverRegistersWithTheAddressFindsTheRequest() throws Exception {
        Actor later = tenants.customer();
        String unconfirmed = referrals.sendUnconfirmed(partner, later.email());
        sees(later, "/requests", "You have not contacted a partner yet");
        browser.perform(post("/contact/" + unconfirmed).with(csrf()));
        sees(later, "/requests", "Waits for the partner");
    }

    @Test
    void requestsOfAnOrganisationAreForThoseWhoSeeItsRelationships() throws Exception {
        Actor sender = tenants.customer();
        UUID id = referrals.send(partner, sender);
        Actor reader = tenants.colleague(sender, AdminRole.GLOBAL_READER);
        Actor billing = tenants.colleague(sender, AdminRole.BILLING_ADMINISTRATOR);
        Actor helpdesk = tenants.colleague(sender, AdminRole.HELPDESK_ADMINISTRATOR);
        for (Actor who : List.of(sender, reader, billing)) {
            sees(who, "/requests/" + id, "We would like to move our mail.");
        }
        browser.perform(get("/requests/" + id).with(SignedIn.as(helpdesk))).andExpect(status().isNotFound());
        browser.perform(get("/requests/" + id).with(SignedIn.as(partner))).andExpect(status().isNotFound());
        browser.perform(post("/requests/" + id + "/withdraw")
                        .with(SignedIn.as(reader))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        sees(billing, "/requests/" + id + "/withdraw", "Withdraw your request to");
        browser.perform(post("/requests/" + id + "/withdraw")
                        .with(SignedIn.as(billing))
                        .with(csrf()))
                .andExpect(redirectedUrl("/requests/" + id));
        sees(sender, "/requests/" + id, "You took this request back");
        sees(partner, "/partner/referrals/" + id, "The customer took this request back");
        assertThat(mails(partner.email())).contains("ReferralWithdrawn");
    }

    @Test
    void anIndustryThatIsNoneOfTheOthersCanBeChosen() throws Exception {
        sees(null, page, ">Other</option>");
        browser.perform(get(page).cookie(new Cookie("language", "ja")))
                .andExpect(content().string(containsString(">その他</option>")));
        form.put("industry", "OTHER");
        send(null).andExpect(redirectedUrl(page + "/sent"));
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void saysWhereNobodyCouldAnswer() throws Exception {
        String text = "can answer here at present";
        browser.perform(get(page)).andExpect(content().string(not(containsString(text))));
        tenants.disableAccount(partner.account());
        sees(null, page, text);
    }

    @Test
    void aPlaceInTheListThatThereIsNotIsTold() throws Exception {
        Actor sender = tenants.customer();
        referrals.send(partner, sender);
        sees(sender, "/requests?before=zzz", "Part of the address was left out")
                .andExpect(content().string(not(containsString("First page"))));
        browser.perform(get("/requests?before=" + Ids.next()).with(SignedIn.as(sender)))
                .andExpect(content().string(not(containsString("Part of the address was left out"))));
    }
}
