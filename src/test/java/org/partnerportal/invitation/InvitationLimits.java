package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.TestClock;
import org.partnerportal.limit.Limit;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.LimitedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** How many invitation mails an organisation sends, how often one is resent, and how many links a stranger tries. */
abstract class InvitationLimits {

    private static final int MAILS = 100;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture fixture;

    @Autowired
    private InvitationService invitations;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private MockMvc browser;

    private Actor partner;
    private Actor customer;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private UUID sendAt(Instant time) throws Exception {
        return clock.at(time, () -> fixture.send(partner, customer, PartnerType.RESELLER));
    }

    private long count(String table) {
        return database.queryForObject(
                "select count(*) from " + table + " where partner_id = ?",
                Long.class,
                partner.tenant().value());
    }

    @Test
    void ofManySentAtTheSameMomentExactlyAsManyAsTheLimitGo() throws Exception {
        Callable<?> send = () -> fixture.send(partner, customer, PartnerType.RESELLER);
        List<String> told = Races.meet(Collections.nCopies(120, send));
        assertThat(Collections.frequency(told, Races.DONE)).isEqualTo(MAILS);
        assertThat(Collections.frequency(told, Limit.INVITATION_MAILS.name())).isEqualTo(20);
        assertThat(count("invitation")).isEqualTo(MAILS);
        assertThat(count("trail_entry")).isEqualTo(MAILS);
        assertThat(database.queryForObject(
                        "select count(*) from mail where recipient = ?", Long.class, customer.email()))
                .isEqualTo(MAILS);
    }

    @Test
    void theNextOneGoesExactlyAnHourAfterTheFirst() throws Exception {
        Instant first = clock.instant();
        sendAt(first);
        for (int count = 1; count < MAILS; count++) {
            sendAt(first.plusSeconds(count));
        }
        Instant free = first.plus(Duration.ofHours(1));
        assertThatThrownBy(() -> sendAt(free.minusNanos(1_000)))
                .isInstanceOfSatisfying(
                        LimitedException.class,
                        limited -> assertThat(limited.limited().freeAt()).isEqualTo(free));
        sendAt(free);
        assertThatThrownBy(() -> sendAt(free)).isInstanceOf(LimitedException.class);
        sendAt(free.plusSeconds(1));

        // another organisation has its own
        clock.at(free, () -> fixture.send(tenants.partner(), customer));
    }

    @Test
    void resentAndRevisedInvitationsCountToo() throws Exception {
        Instant first = clock.instant();
        for (int count = 2; count < MAILS; count++) {
            sendAt(first);
        }
        clock.at(first, () -> {
            UUID invitation = fixture.send(partner, customer);
            invitations.resend(partner, invitation);
            assertThat(invitations.reachedLimit(partner)).isPresent();
            fixture.requestChanges(customer, invitation);
            assertThatThrownBy(() -> fixture.revise(partner, invitation, 60)).isInstanceOf(LimitedException.class);
            assertThat(invitations.sentOne(partner, invitation).status()).isEqualTo(InvitationStatus.CHANGES_REQUESTED);
            return invitation;
        });
        Instant later = first.plus(Duration.ofHours(1));
        assertThat(clock.at(later, () -> invitations.reachedLimit(partner))).isEmpty();
    }

    @Test
    void anInvitationIsResentThreeTimesInTenMinutes() throws Exception {
        UUID invitation = fixture.send(partner, customer);
        Instant first = clock.instant();
        for (int count = 0; count < 3; count++) {
            clock.at(first, () -> invitations.resend(partner, invitation));
        }
        Instant sentAt = invitations.sentOne(partner, invitation).sentAt();
        Instant free = first.plus(Duration.ofMinutes(10));
        assertThatThrownBy(() -> clock.at(free.minusNanos(1_000), () -> invitations.resend(partner, invitation)))
                .isInstanceOfSatisfying(
                        LimitedException.class,
                        limited -> assertThat(limited.refusal()).isEqualTo(Limit.RESENDS));
        assertThat(invitations.sentOne(partner, invitation).sentAt())
                .as("the last link lives on")
                .isEqualTo(sentAt);
        clock.at(free, () -> invitations.resend(partner, invitation));
    }

    @Test
    void thePageSaysWhatTheLimitIsAndFromWhenItGoesAgain() throws Exception {
        UUID invitation = fixture.send(partner, customer);
        for (int count = 0; count < 3; count++) {
            invitations.resend(partner, invitation);
        }
        var resend = post("/partner/invitations/" + invitation + "/resend");
        browser.perform(resend.with(SignedIn.as(partner)).with(csrf()))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", org.hamcrest.Matchers.matchesPattern("59\\d|600")))
                .andExpect(content().string(containsString("at most 3 times within 10 minutes")))
                .andExpect(content().string(containsString("(Europe/London)")))
                .andExpect(content().string(containsString("/partner/invitations/" + invitation + "/resend\"")));
        browser.perform(post("/partner/invitations/" + invitation + "/resend")
                        .with(SignedIn.as(partner))
                        .with(csrf())
                        .cookie(new Cookie("language", "ja")))
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("10 分間に 3 回まで")));
    }

    @Test
    void theFormKeepsWhatWasTyped() throws Exception {
        Instant now = clock.instant();
        for (int count = 0; count < MAILS; count++) {
            sendAt(now);
        }
        browser.perform(post("/partner/invitations/new")
                        .with(SignedIn.as(partner))
                        .with(csrf())
                        .param("type", "RESELLER")
                        .param("language", "en")
                        .param("lifeDays", "30")
                        .param("name", "Typed with care")
                        .param("email", customer.email()))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().string(containsString("at most 100 invitation mails within an hour")))
                .andExpect(content().string(containsString("Typed with care")));
        assertThat(count("invitation")).isEqualTo(MAILS);
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @Test
    void twentyLinksAMinuteAreFollowedFromOneNetworkWhateverTheyAre() throws Exception {
        String known = fixture.sendForToken(partner, customer);
        String network = "2001:db8:" + Integer.toHexString((int) (Math.random() * 0xffff)) + ":"
                + Integer.toHexString((int) (Math.random() * 0xffff));
        for (int count = 0; count < 20; count++) {
            browser.perform(get("/i/" + (count % 2 == 0 ? known : "unknown")).with(from(network + "::" + count)))
                    .andExpect(status().isSeeOther());
        }
        for (String token : List.of(known, "unknown")) {
            browser.perform(get("/i/" + token).with(from(network + "::ffff")))
                    .andExpect(status().isTooManyRequests())
                    .andExpect(header().exists("Retry-After"))
                    .andExpect(content().string(containsString("at most 20 invitation links")));
        }
        browser.perform(get("/i/" + known)).andExpect(status().isSeeOther()); // from elsewhere
        clock.advance(Duration.ofMinutes(1));
        browser.perform(get("/i/" + known).with(from(network + "::1"))).andExpect(status().isSeeOther());
    }
}
