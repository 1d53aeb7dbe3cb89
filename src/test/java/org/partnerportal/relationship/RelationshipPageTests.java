package org.partnerportal.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;

/** Settings > Partner relationships > a partner > Remove roles > Yes, and why it cannot be used. */
class RelationshipPageTests extends RelationshipPages {

    private String address(UUID relationship) {
        return "/settings/partner-relationships/" + partner.tenant() + "/" + relationship + "/remove-roles";
    }

    private void pageSays(Actor person, String text) throws Exception {
        open(person, "/settings/partner-relationships/" + partner.tenant())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Remove roles")))
                .andExpect(content().string(containsString(text)));
    }

    @Test
    void removesTheRolesAndTheRelationshipStays() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        open(customer, address(id))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Remove roles?")))
                .andExpect(content().string(containsString("User Administrator")))
                .andExpect(content().string(containsString("What stays")));
        send(customer, address(id)).andExpect(redirectedUrl("/settings/partner-relationships/" + partner.tenant()));
        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .isEmpty();
        pageSays(customer, "No roles assigned");
        pageSays(customer, "have been removed already");
        pageSays(customer, "Roles removed: ");
        send(customer, address(id)).andExpect(redirectedUrl("/settings/partner-relationships/" + partner.tenant()));
        assertThat(trailRows(id, "RolesRemoved")).isEqualTo(1);
        assertThat(count("select count(*) from mail where about = ? and recipient = ?", id, partner.email()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = PartnerType.class,
            names = {"INDEPENDENT_SOFTWARE_VENDOR", "INDIRECT_RESELLER", "MPSA", "OEM", "RESELLER"})
    void saysThatATypeHasNoRoles(PartnerType type) throws Exception {
        UUID id = invitations.relationship(partner, customer, type);
        pageSays(customer, "This type of partner has no roles");
        send(customer, address(id)).andExpect(status().isConflict());
    }

    @Test
    void theQuestionSaysWhyItCannotBeDone() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.RESELLER);
        open(customer, address(id))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This cannot be done now")))
                .andExpect(content().string(containsString("This type of partner has no roles")));
    }

    @Test
    void saysThatRolesCannotBeAssigned() throws Exception {
        invitations.relationship(partner, customer, PartnerType.LINE_OF_BUSINESS);
        pageSays(customer, "Not available to assign");
        pageSays(customer, "Roles cannot be assigned to this type");
    }

    @Test
    void saysThatTheAccessHasEndedAndWhen() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        clock.advance(Duration.ofDays(100));
        pageSays(customer, "The access ended on");
        send(customer, address(id)).andExpect(status().isConflict());
    }

    @Test
    void saysWhoCanToSomebodyWhoCannot() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        Actor reader = tenants.colleague(customer, AdminRole.GLOBAL_READER);
        pageSays(reader, "at least a Billing Administrator");
        pageSays(reader, customer.email());
        send(reader, address(id)).andExpect(status().isForbidden());
        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .isNotEmpty();
    }

    @Test
    void whoMayNotReadIsToldWhoMay() throws Exception {
        invitations.relationship(partner, customer, PartnerType.GDAP);
        Actor user = tenants.colleague(customer);
        open(user, "/settings/partner-relationships")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Global Readers")));
    }

    @Test
    void theDelegatedAdminRelationshipAdministratorRemovesGdapRolesOnly() throws Exception {
        UUID gdap = invitations.relationship(partner, customer, PartnerType.GDAP);
        UUID advisor = invitations.relationship(partner, customer, PartnerType.ADVISOR);
        Actor manager = tenants.colleague(customer, AdminRole.CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR);
        send(manager, address(advisor)).andExpect(status().isForbidden());
        send(manager, address(gdap)).andExpect(status().is3xxRedirection());
    }

    @Test
    void theHistoryTellsBothSides() throws Exception {
        invitations.relationship(partner, customer, PartnerType.GDAP);
        for (Actor person : new Actor[] {customer, partner}) {
            open(person, "/settings/history")
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("<strong>Invitation accepted, partner authorized")));
        }
    }
}
