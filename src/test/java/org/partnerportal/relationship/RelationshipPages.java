package org.partnerportal.relationship;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.partnerportal.PortalTest;
import org.partnerportal.TestClock;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What the tests of both sides' pages of relationships begin with: a partner, a customer, and their browser. */
@PortalTest
public abstract class RelationshipPages {

    @Autowired
    protected TenantFixture tenants;

    @Autowired
    protected InvitationFixture invitations;

    @Autowired
    protected RelationshipService relationships;

    @Autowired
    protected TestClock clock;

    protected Actor partner;
    protected Actor customer;

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    protected ResultActions open(Actor person, String address) throws Exception {
        return browser.perform(get(address).with(SignedIn.since(person, clock.instant())));
    }

    /** Sends a form with these fields: names and values in turn. */
    protected ResultActions send(Actor person, String address, String... fields) throws Exception {
        var request =
                post(address).with(SignedIn.since(person, clock.instant())).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return browser.perform(request);
    }

    protected long count(String sql, Object... arguments) {
        return database.queryForObject(sql, Long.class, arguments);
    }

    /** How often that stands in the trail of a relationship. */
    protected long trailRows(UUID relationship, String kind) {
        return count("select count(*) from trail_entry where subject_id = ? and kind = ?", relationship, kind);
    }
}
