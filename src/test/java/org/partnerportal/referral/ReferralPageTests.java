package org.partnerportal.referral;

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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A partner's people work on a request on its page; what is wrong is said there, and others find nothing. */
@PortalTest
class ReferralPageTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private ReferralFixture fixture;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    private Actor partner;
    private UUID id;
    private String page;

    @BeforeEach
    void ask() {
        partner = fixture.partner();
        id = fixture.send(partner, tenants.customer());
        page = "/partner/referrals/" + id;
    }

    private ResultActions note(Actor actor, String text) throws Exception {
        return note(actor, Ids.next(), text);
    }

    private ResultActions note(Actor actor, UUID form, String text) throws Exception {
        return browser.perform(post(page + "/note")
                .param("id", form.toString())
                .param("note", text)
                .with(SignedIn.as(actor))
                .with(csrf()));
    }

    private ResultActions close(Actor actor, String outcome, String message) throws Exception {
        return browser.perform(post(page + "/close")
                .param("outcome", outcome)
                .param("message", message)
                .with(SignedIn.as(actor))
                .with(csrf()));
    }

    /** Whatever the person typed as the organisation, the account says which one it is. */
    @Test
    void thePartnerSeesWhichOrganisationTheAccountBelongsTo() throws Exception {
        Actor sender = tenants.customer();
        UUID sent = fixture.send(partner, sender);
        browser.perform(get("/partner/referrals/" + sent).with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("From the organisation " + sender.tenantName())));
    }

    /** The customer reads on the invitation which of its requests it answers; somebody else who is invited does not. */
    @Test
    void theInvitationNamesTheRequestThatItAnswers() throws Exception {
        Actor sender = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        UUID sent = fixture.send(partner, sender);
        UUID invitation = invitations.answer(partner, sender.email(), sender.tenant(), sent);
        String address = "/invitation/" + invitation;
        browser.perform(get(address).with(SignedIn.as(sender)))
                .andExpect(content().string(containsString("This answers the request of")))
                .andExpect(content().string(containsString("href=\"/requests/" + sent)));
        browser.perform(get("/requests/" + sent + "/withdraw").with(SignedIn.as(sender)))
                .andExpect(redirectedUrl("/requests/" + sent)); // which says that the invitation decides
        invitations.accept(sender, invitation);
        for (String page : List.of(address, address + "/confirmation")) {
            browser.perform(get(page).with(SignedIn.as(sender)))
                    .andExpect(content().string(containsString("href=\"/requests/" + sent)));
        }
        Actor other = tenants.customer();
        UUID elsewhere = invitations.answer(partner, other.email(), null, fixture.send(partner, sender));
        browser.perform(get("/invitation/" + elsewhere).with(SignedIn.as(other)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("This answers the request of"))));
    }

    @Test
    void aPlaceThatIsNotInTheListLeadsToItsBeginning() throws Exception {
        browser.perform(get("/partner/referrals?before=" + Ids.next()).with(SignedIn.as(partner)))
                .andExpect(content().string(containsString(page)))
                .andExpect(content().string(containsString("Part of the address was left out")));
    }

    @Test
    void theListTellsRequestsOfOneOrganisationApart() throws Exception {
        invitations.answer(partner, "somebody@else.example", null, id);
        browser.perform(get("/partner/referrals").with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("Invitation sent")))
                .andExpect(content().string(containsString("class=\"d-block text-secondary excerpt\"")));
    }

    @Test
    void aNoteThatCantBeKeptIsSaidAtItsField() throws Exception {
        note(partner, "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#note\"")));
        note(partner, "Turned \u202E around")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Turned")));
        note(partner, "Calls back on Mondays.").andExpect(redirectedUrl(page));
        browser.perform(get(page).with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("Calls back on Mondays.")));
    }

    @Test
    void aNoteCorrectedUnderTheSameFormIsAnotherNote() throws Exception {
        UUID form = Ids.next();
        for (String text : List.of("Call on Monday.", "Call on Tuesday.", "Call on Monday.", "Call on Tuesday.")) {
            note(partner, form, text).andExpect(redirectedUrl(page));
        }
        String shown = browser.perform(get(page).with(SignedIn.as(partner)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(shown).containsOnlyOnce("Call on Monday.").containsOnlyOnce("Call on Tuesday.");
    }

    @Test
    void aCloseThatCantBeIsSaidAtItsFieldAndTheRestKept() throws Exception {
        fixture.take(partner, id);
        close(partner, "", "We are fully booked.")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#outcome\"")))
                .andExpect(content().string(containsString("We are fully booked.")));
        close(partner, "LOST", "x".repeat(1_001))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#message\"")));
        assertThat(fixture.status(partner, id)).isEqualTo(ReferralStatus.ACTIVE);
        close(partner, "LOST", "We are fully booked.").andExpect(redirectedUrl(page));
        assertThat(fixture.status(partner, id)).isEqualTo(ReferralStatus.CLOSED);
    }

    @Test
    void otherPartnersFindNothing() throws Exception {
        Actor other = fixture.partner();
        for (String address : List.of(page, page + "/close")) {
            browser.perform(get(address).with(SignedIn.as(other))).andExpect(status().isNotFound());
        }
        note(other, "Hello").andExpect(status().isNotFound());
        close(other, "DECLINED", "").andExpect(status().isNotFound());
        browser.perform(post(page + "/assign")
                        .param("person", other.account().toString())
                        .with(SignedIn.as(other))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(fixture.status(partner, id)).isEqualTo(ReferralStatus.NEW);
    }

    @Test
    void aHelpdeskAgentIsRefused() throws Exception {
        Actor helpdesk = tenants.colleague(partner, AdminRole.HELPDESK_AGENT);
        for (String address : List.of("/partner/referrals", page, page + "/close")) {
            browser.perform(get(address).with(SignedIn.as(helpdesk))).andExpect(status().isForbidden());
        }
    }

    @Test
    void inJapaneseTooIsEverythingSaid() throws Exception {
        for (String address : List.of("/partner/referrals", page, page + "/close")) {
            browser.perform(get(address).with(SignedIn.as(partner)).locale(Locale.JAPANESE))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("連絡の依頼")))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    /** The words are the sender's, their order is that of the reader's language. */
    @Test
    void aPlaceStandsInTheOrderOfTheReadersLanguage() throws Exception {
        browser.perform(get(page).with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("Bergen, Norway")));
        browser.perform(get(page).with(SignedIn.as(partner)).cookie(new Cookie("language", "ja")))
                .andExpect(content().string(containsString("ノルウェー Bergen")));
    }

    @Test
    void aPlaceInTheListThatThereIsNotIsTold() throws Exception {
        browser.perform(get("/partner/referrals?before=zzz").with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("Part of the address was left out")));
        browser.perform(get("/partner/referrals").with(SignedIn.as(partner)))
                .andExpect(content().string(not(containsString("Part of the address was left out"))));
    }
}
