package org.partnerportal.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipPages;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;

/** Partner Center > Customers > a customer: what it shows, what can be done there, and why not. */
class CustomerPageTests extends RelationshipPages {

    private String page() {
        return "/partner/customers/" + customer.tenant();
    }

    private RelationshipView view(UUID id) {
        return relationships.ofPartner(partner.tenant(), id);
    }

    @Test
    void showsWhoItIsAndWhatIsLeft() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        invitations.relationship(partner, customer, PartnerType.RESELLER);
        relationships.removeRole(customer, partner.tenant(), id, InvitationFixture.USER_ADMINISTRATOR);
        open(partner, page())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(customer.tenant().toString())))
                .andExpect(content().string(containsString("United Kingdom")))
                .andExpect(content().string(containsString("Service Support Administrator")))
                .andExpect(content().string(containsString("removed by ben")))
                .andExpect(content().string(containsString("This type of partner has no end date.")))
                .andExpect(content().string(containsString("Roles removed: User Administrator")));
    }

    @Test
    void aTenantThatNeverWasACustomerIsNotFound() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        Actor other = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        invitations.relationship(partner, other, PartnerType.RESELLER);
        open(partner, "/partner/customers/" + UUID.randomUUID()).andExpect(status().isNotFound());
        open(tenants.partner(), page()).andExpect(status().isNotFound());
        for (String action : new String[] {"end", "auto-extend"}) {
            String elsewhere = "/partner/customers/" + other.tenant() + "/" + id + "/" + action;
            open(partner, elsewhere).andExpect(status().isNotFound());
            send(partner, elsewhere).andExpect(status().isNotFound());
        }
        assertThat(view(id).status()).isEqualTo(RelationshipStatus.ACTIVE);
    }

    @Test
    void onlyAgentsSeeCustomers() throws Exception {
        invitations.relationship(partner, customer, PartnerType.GDAP);
        Actor nobody = tenants.colleague(partner);
        for (String address : new String[] {"/partner/customers", "/partner/customers.csv", page()}) {
            open(nobody, address).andExpect(status().isForbidden());
            open(customer, address).andExpect(status().isForbidden());
        }
    }

    @Test
    void endsTheRelationshipAndTellsBothSides() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        String address = page() + "/" + id + "/end";
        open(partner, address)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("End this relationship?")))
                .andExpect(content().string(containsString("What stays")))
                .andExpect(content().string(containsString("User Administrator")));
        for (int click = 0; click < 2; click++) {
            send(partner, address).andExpect(redirectedUrl(page()));
        }
        assertThat(view(id).status()).isEqualTo(RelationshipStatus.ENDED);
        assertThat(view(id).endedBy()).isEqualTo(partner.name());
        assertThat(trailRows(id, "RelationshipEnded")).isEqualTo(1);
        assertThat(count("select count(*) from mail where about = ? and kind = 'RelationshipEnded'", id))
                .as("one to each side")
                .isEqualTo(2);
        open(partner, page())
                .andExpect(content().string(containsString("This relationship has been ended")))
                .andExpect(content().string(containsString(partner.name() + ", ")));
        open(partner, address)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This cannot be done now")));
    }

    @Test
    void switchesAutoExtendOnAndOff() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        String address = page() + "/" + id + "/auto-extend";
        open(partner, address).andExpect(content().string(containsString("goes on for 180 days")));
        for (int click = 0; click < 2; click++) {
            send(partner, address + "?on=true").andExpect(redirectedUrl(page()));
        }
        assertThat(view(id).autoExtend()).isTrue();
        assertThat(trailRows(id, "RelationshipAutoExtendSwitched")).isEqualTo(1);
        send(partner, address + "?on=false").andExpect(redirectedUrl(page()));
        assertThat(view(id).autoExtend()).isFalse();
    }

    @Test
    void whatTheCustomerCutStaysCut() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        String customersPage = "/settings/partner-relationships/" + partner.tenant() + "/" + id;
        send(customer, customersPage + "/auto-extend", "on", "false").andExpect(status().is3xxRedirection());
        open(partner, page()).andExpect(content().string(containsString("The customer cut the time short")));
        send(partner, page() + "/" + id + "/auto-extend?on=true").andExpect(status().isConflict());
        assertThat(view(id).autoExtend()).isFalse();
    }

    @Test
    void onlyAdminAgentsChangeAnything() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        Actor helpdesk = tenants.colleague(partner, AdminRole.HELPDESK_AGENT);
        open(helpdesk, page())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Only an admin agent of the partner can change this.")))
                .andExpect(content().string(containsString("shown to your organisation’s admin agents")))
                .andExpect(content().string(not(containsString("Invitation accepted"))));
        send(helpdesk, page() + "/" + id + "/end").andExpect(status().isForbidden());
        send(helpdesk, page() + "/" + id + "/auto-extend?on=true").andExpect(status().isForbidden());
        assertThat(view(id).status()).isEqualTo(RelationshipStatus.ACTIVE);
        open(helpdesk, "/partner/customers")
                .andExpect(content().string(not(containsString("type=\"checkbox\""))))
                .andExpect(content().string(not(containsString("for the chosen"))));
        open(partner, "/partner/customers")
                .andExpect(content().string(containsString("name=\"id\" value=\"" + id + "\"")))
                .andExpect(content().string(containsString("for the chosen")));
    }

    @Test
    void onlyWhatHasAnEndAheadCanBeChosenAndTheOthersSayWhy() throws Exception {
        UUID gdap = invitations.relationship(partner, customer, PartnerType.GDAP);
        UUID reseller = invitations.relationship(partner, customer, PartnerType.RESELLER);
        open(partner, "/partner/customers")
                .andExpect(content().string(containsString("name=\"id\" value=\"" + gdap + "\">")))
                .andExpect(content().string(containsString("value=\"" + reseller + "\" disabled=\"disabled\"")))
                .andExpect(content().string(containsString("has no end date that could move")))
                .andExpect(content().string(not(containsString("its time is over"))));
        relationships.end(customer, partner.tenant(), gdap);
        open(partner, "/partner/customers?show=all")
                .andExpect(content().string(containsString("value=\"" + gdap + "\" disabled=\"disabled\"")))
                .andExpect(content().string(containsString("its time is over")));
    }

    @Test
    void theListSaysWhatGoesOnByItself() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        open(partner, "/partner/customers").andExpect(content().string(containsString("Auto-extend off")));
        relationships.switchAutoExtendAsPartner(partner, customer.tenant(), id, true);
        open(partner, "/partner/customers").andExpect(content().string(containsString("goes on by itself")));
        open(partner, "/partner/customers?show=expiring_90")
                .andExpect(content().string(containsString("are not among them")));
    }

    @Test
    void theFileHoldsExactlyWhatTheListFinds() throws Exception {
        for (int number = 0; number < 55; number++) {
            invitations.relationship(partner, customer, PartnerType.RESELLER);
        }
        UUID gdap = invitations.relationship(partner, customer, PartnerType.GDAP);
        invitations.relationship(tenants.partner(), customer, PartnerType.GDAP); // somebody else's
        String all = csv("/partner/customers.csv?show=all&sort=newest");
        assertThat(all).startsWith("\uFEFFCustomer,Tenant id,");
        assertThat(all.split("\r\n")).hasSize(57);
        assertThat(all.split("\r\n")[1])
                .contains(gdap.toString(), "User Administrator; Service Support Administrator", ",off,Active,");
        assertThat(csv("/partner/customers.csv?show=auto_extend_off").split("\r\n"))
                .hasSize(2);
        assertThat(csv("/partner/customers.csv?show=ended").split("\r\n")).hasSize(1);
    }

    private String csv(String address) throws Exception {
        byte[] body = open(partner, address)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void theStartPageCountsWhatEndsSoon() throws Exception {
        invitations.relationship(partner, customer, PartnerType.GDAP);
        open(partner, "/").andExpect(content().string(not(containsString("Expiring in 30 days"))));
        clock.advance(Duration.ofDays(75));
        open(partner, "/")
                .andExpect(content().string(containsString("Expiring in 30 days: 1")))
                .andExpect(content().string(containsString("/partner/customers?show=expiring")))
                .andExpect(content().string(containsString("renew them in time")));
        for (AdminRole role : new AdminRole[] {AdminRole.HELPDESK_AGENT, AdminRole.SALES_AGENT}) {
            open(tenants.colleague(partner, role), "/")
                    .andExpect(content().string(containsString("an admin agent can renew them")))
                    .andExpect(content().string(not(containsString("renew them in time"))));
        }
        open(customer, "/").andExpect(content().string(not(containsString("Expiring in 30 days"))));
    }

    @Test
    void aPlaceInTheListThatThereIsNotIsTold() throws Exception {
        invitations.relationship(partner, customer, PartnerType.GDAP);
        String told = "Part of the address was left out";
        for (String after : new String[] {"zzz", "fHw", "%00", "bmFtZXxubyBpZA"}) {
            open(partner, "/partner/customers?after=" + after)
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(told)))
                    .andExpect(content().string(not(containsString("First page"))));
        }
        open(partner, "/partner/customers?after=").andExpect(content().string(not(containsString(told))));
    }
}
