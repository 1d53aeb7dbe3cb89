package org.partnerportal.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;

/** One role, the time, auto-extend and the whole relationship: asked first, done once, told why where it can't be done. */
class RelationshipActionPageTests extends RelationshipPages {

    private static final ZoneId LONDON = ZoneId.of("Europe/London"); // where the fixture's people live

    private UUID id;

    @BeforeEach
    void relationship() {
        id = invitations.relationship(partner, customer, PartnerType.GDAP);
    }

    private String address(String action) {
        return partnerPage() + "/" + id + "/" + action;
    }

    private String partnerPage() {
        return "/settings/partner-relationships/" + partner.tenant();
    }

    private RelationshipView view() {
        return relationships.one(customer, partner.tenant(), id);
    }

    @Test
    void removesOneRoleAndKeepsTheOthers() throws Exception {
        String address = address("roles/" + InvitationFixture.USER_ADMINISTRATOR + "/remove");
        open(customer, address)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Remove this role?")))
                .andExpect(content().string(containsString("User Administrator")))
                .andExpect(content().string(containsString("Service Support Administrator")));
        send(customer, address).andExpect(redirectedUrl(partnerPage()));
        send(customer, address).andExpect(redirectedUrl(partnerPage()));

        assertThat(view().roles()).containsExactly(InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR);
        assertThat(trailRows(id, "RolesRemoved")).isEqualTo(1);
        open(customer, partnerPage())
                .andExpect(content().string(containsString("removed by " + customer.name())))
                .andExpect(content().string(containsString("Roles left: Service Support Administrator")));
    }

    @Test
    void aRoleThatWasNeverGivenIsNotFound() throws Exception {
        String address = address("roles/" + UUID.randomUUID() + "/remove");
        open(customer, address).andExpect(status().isNotFound());
        send(customer, address).andExpect(status().isNotFound());
    }

    @Test
    void shortensToTheEndOfADayInThePersonsOwnZone() throws Exception {
        LocalDate day = LocalDate.ofInstant(clock.instant(), LONDON).plusDays(20);
        open(customer, address("shorten")).andExpect(content().string(containsString("End the access earlier?")));
        send(customer, address("shorten"), "until", day.toString()).andExpect(redirectedUrl(partnerPage()));
        send(customer, address("shorten"), "until", day.toString()).andExpect(redirectedUrl(partnerPage()));

        assertThat(view().endsAt())
                .isEqualTo(day.plusDays(1).atStartOfDay(LONDON).toInstant());
        assertThat(trailRows(id, "RelationshipShortened")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', Enter a date",
        "tomorrow, Enter a date",
        "2026-13-01, Enter a date",
        "+999999999-12-31, Enter a date",
        "2020-01-01, This day is over",
        "9999-12-31, has to be earlier"
    })
    void saysWhatIsWrongWithADate(String until, String error) throws Exception {
        send(customer, address("shorten"), "until", until)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString(error)));
        assertThat(trailRows(id, "RelationshipShortened")).isZero();
    }

    @Test
    void switchesAutoExtendOnAndOffAgain() throws Exception {
        open(customer, address("auto-extend")).andExpect(content().string(containsString("again and again")));
        send(customer, address("auto-extend"), "on", "true").andExpect(redirectedUrl(partnerPage()));
        send(customer, address("auto-extend"), "on", "true").andExpect(redirectedUrl(partnerPage()));
        assertThat(view().autoExtend()).isTrue();
        assertThat(trailRows(id, "RelationshipAutoExtendSwitched")).isEqualTo(1);

        send(
                        customer,
                        address("auto-extend"),
                        "on",
                        "false",
                        "end",
                        view().endsAt().toString())
                .andExpect(redirectedUrl(partnerPage()));
        assertThat(view().autoExtend()).isFalse();
        open(customer, partnerPage()).andExpect(content().string(containsString("Auto-extend: off")));
    }

    @Test
    void aReaderIsToldNoAlsoForAnEndThatIsSoAlready() throws Exception {
        LocalDate day = LocalDate.ofInstant(clock.instant(), LONDON).plusDays(20);
        send(customer, address("shorten"), "until", day.toString()).andExpect(redirectedUrl(partnerPage()));
        Actor reader = tenants.colleague(customer, AdminRole.GLOBAL_READER);
        send(reader, address("shorten"), "until", day.toString()).andExpect(status().isForbidden());
    }

    @Test
    void anEndFromNowhereMovesNothing() throws Exception {
        Instant end = view().endsAt();
        send(customer, address("auto-extend"), "on", "false", "end", "2020-01-01T00:00:00Z")
                .andExpect(redirectedUrl(partnerPage()));
        assertThat(view().endsAt()).isEqualTo(end);
        send(customer, address("auto-extend"), "on", "true").andExpect(redirectedUrl(partnerPage()));
        send(customer, address("auto-extend"), "on", "false", "end", "2020-01-01T00:00:00Z")
                .andExpect(status().isConflict());
        assertThat(view().endsAt()).isEqualTo(end);
        assertThat(view().autoExtend()).isTrue();
    }

    @Test
    void endsTheWholeRelationship() throws Exception {
        open(customer, address("end"))
                .andExpect(content().string(containsString("End this relationship?")))
                .andExpect(content().string(containsString("User Administrator")))
                .andExpect(content().string(containsString("Subscriptions")));
        send(customer, address("end")).andExpect(redirectedUrl(partnerPage()));
        send(customer, address("end")).andExpect(redirectedUrl(partnerPage()));

        assertThat(view().status()).isEqualTo(RelationshipStatus.ENDED);
        assertThat(trailRows(id, "RelationshipEnded")).isEqualTo(1);
        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .isEmpty();
        open(customer, partnerPage())
                .andExpect(content().string(containsString("This relationship has been ended")))
                .andExpect(content().string(containsString("disabled")));
        send(customer, address("remove-roles")).andExpect(status().isConflict());
        send(customer, address("auto-extend"), "on", "true").andExpect(status().isConflict());
    }

    @Test
    void whatStandsAgainstEverythingIsSaidOnce() throws Exception {
        send(customer, address("end")).andExpect(redirectedUrl(partnerPage()));
        for (Actor reader : List.of(customer, partner)) {
            String address = reader == customer ? partnerPage() : "/partner/customers/" + customer.tenant();
            String page = open(reader, address).andReturn().getResponse().getContentAsString();
            assertThat(page.split("This relationship has been ended", -1))
                    .as(address)
                    .hasSize(reader == customer ? 2 : 3); // there it stands against acting on behalf, too
            assertThat(page.split("<strong>End the relationship</strong>", -1)).hasSize(2);
            String first = reader == customer ? "remove-roles" : "auto-extend";
            int buttons = reader == customer ? 4 : 2;
            assertThat(page.split("aria-describedby=\"why-" + first + "-" + id, -1))
                    .hasSize(buttons + 1);
            assertThat(page.split(" id=\"why-" + first + "-" + id, -1)).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shorten", "auto-extend", "end"})
    void isNotForTheRelationshipAdministratorWhoIsToldWhoCan(String action) throws Exception {
        Actor ruth = tenants.colleague(customer, AdminRole.CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR);
        open(ruth, address(action))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(customer.email())))
                .andExpect(content().string(not(containsString("action=\"" + address(action)))));
        String tomorrow = LocalDate.ofInstant(clock.instant().plus(Duration.ofDays(1)), LONDON)
                .toString();
        send(ruth, address(action), "until", tomorrow, "on", "true").andExpect(status().isForbidden());
        RelationshipView view = view();
        assertThat(view.status()).isEqualTo(RelationshipStatus.ACTIVE);
        assertThat(view.autoExtend()).isFalse();
    }

    @Test
    void everyButtonIsShownWithTheReasonWhereItCannotBeUsed() throws Exception {
        invitations.relationship(partner, customer, PartnerType.RESELLER);
        for (String text : List.of(
                "This type of partner has no roles", "This type of partner has no end date", "End the relationship")) {
            open(customer, partnerPage()).andExpect(content().string(containsString(text)));
        }
    }

    @Test
    void showsTheWholeHistoryPageByPage() throws Exception {
        for (int i = 0; i < 12; i++) {
            relationships.switchAutoExtendOn(customer, partner.tenant(), id);
            relationships.switchAutoExtendOff(customer, partner.tenant(), id, Instant.MAX);
        }
        String first = open(customer, partnerPage()).andReturn().getResponse().getContentAsString();
        assertThat(first).doesNotContain("Relationship began");
        Matcher older = Pattern.compile("before=([0-9a-f-]+)#history").matcher(first);
        assertThat(older.find()).isTrue();
        open(customer, partnerPage() + "?before=" + older.group(1))
                .andExpect(content().string(containsString("Relationship began")))
                .andExpect(content().string(containsString("Invitation accepted, partner authorized")));
    }

    @Test
    void anotherPartnersPageDoesNotLeadToIt() throws Exception {
        String elsewhere =
                "/settings/partner-relationships/" + tenants.partner().tenant() + "/" + id;
        for (String action : List.of("remove-roles", "shorten", "auto-extend", "end")) {
            send(customer, elsewhere + "/" + action).andExpect(status().isNotFound());
        }
        assertThat(view().status()).isEqualTo(RelationshipStatus.ACTIVE);
    }

    @Test
    void anAdvisorHasNoEndDateOfWhichAQuestionCouldSpeak() throws Exception {
        id = invitations.relationship(partner, customer, PartnerType.ADVISOR);
        open(customer, address("roles/" + EntraRole.HELPDESK_ADMINISTRATOR + "/remove"))
                .andExpect(content().string(containsString("the relationship, which has no end date, and these roles")))
                .andExpect(content().string(not(containsString("its end date"))));
    }
}
