package org.partnerportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;

/** Who may read an organisation's history. */
class TrailRulesTests {

    @Test
    void administratorsReadersAndAdminAgentsMay() {
        for (Actor actor : List.of(
                Actors.globalAdministrator("a@c.example"),
                Actors.billingAdministrator("a@c.example"),
                Actors.globalReader("a@c.example"),
                Actors.relationshipAdministrator("a@c.example"),
                Actors.adminAgent("a@p.example"))) {
            assertThat(TrailRules.see(actor)).as("%s", actor.roles()).isEmpty();
        }
    }

    @Test
    void othersMayNot() {
        for (Actor actor : List.of(
                Actors.person("a@c.example"),
                Actors.person("a@c.example", AdminRole.HELPDESK_ADMINISTRATOR),
                Actors.person("a@c.example", AdminRole.ADMIN_AGENT), // of no partner
                Actors.salesAgent("a@p.example"),
                Actors.helpdeskAgent("a@p.example"))) {
            assertThat(TrailRules.see(actor)).as("%s", actor.roles()).contains(TrailRefusal.NEEDS_READER);
        }
    }
}
