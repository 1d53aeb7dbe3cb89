package org.partnerportal.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.TestClock;
import org.partnerportal.batch.BatchFixture;
import org.partnerportal.batch.BatchLine;
import org.partnerportal.batch.BatchOutcome;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.batch.BatchService;
import org.partnerportal.batch.BatchState;
import org.partnerportal.batch.BatchView;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Auto-extend for many: the question, each relationship alone, and what became of each. */
abstract class BulkSwitches {

    private static final String ADDRESS = "/partner/customers/auto-extend";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private BatchService batches;

    @Autowired
    private BatchFixture job;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

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

    private UUID relationship(PartnerType type) {
        return invitations.relationship(partner, customer, type);
    }

    private boolean extendsItself(UUID id) {
        return relationships.ofPartner(partner.tenant(), id).autoExtend();
    }

    private MockHttpServletRequestBuilder sending(Actor person) {
        return post(ADDRESS).with(SignedIn.since(person, clock.instant())).with(csrf());
    }

    private MockHttpServletRequestBuilder ticking(List<UUID> ids, boolean on) {
        MockHttpServletRequestBuilder request = sending(partner).param("on", Boolean.toString(on));
        ids.forEach(id -> request.param("id", id.toString()));
        return request;
    }

    private UUID run(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = browser.perform(request).andReturn().getResponse();
        assertThat(response.getRedirectedUrl()).startsWith(ADDRESS + "/");
        UUID bulk = UUID.fromString(response.getRedirectedUrl().substring(ADDRESS.length() + 1));
        job.work(bulk);
        return bulk;
    }

    private BatchView view(UUID bulk) {
        return batches.view(partner, BulkSwitchWork.KIND, bulk);
    }

    private Map<BatchOutcome, Long> counts(UUID bulk) {
        return view(bulk).counts();
    }

    private List<String> reasons(UUID bulk) {
        return batches.rows(partner, BulkSwitchWork.KIND, bulk, BatchOutcome.REFUSED, 0, 100).lines().stream()
                .map(BatchLine::problems)
                .flatMap(List::stream)
                .map(BatchProblem::key)
                .toList();
    }

    @Test
    void asksHowManyAndChangesNothing() throws Exception {
        UUID one = relationship(PartnerType.GDAP);
        UUID two = relationship(PartnerType.GDAP);
        browser.perform(get(ADDRESS)
                        .param("on", "true")
                        .param("id", one.toString(), two.toString())
                        .with(SignedIn.as(partner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Switch auto-extend on for 2 relationships?")))
                .andExpect(content().string(containsString("name=\"id\" value=\"" + one + "\"")));
        assertThat(extendsItself(one)).isFalse();
        browser.perform(get(ADDRESS).param("on", "true").with(SignedIn.as(partner)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("No relationship is chosen")));
    }

    @Test
    void tellsWhatBecameOfEachOfTheTicked() throws Exception {
        UUID done = relationship(PartnerType.GDAP);
        UUID already = relationship(PartnerType.GDAP);
        UUID noEnd = relationship(PartnerType.RESELLER);
        UUID noRoles = relationship(PartnerType.GDAP);
        UUID ended = relationship(PartnerType.GDAP);
        UUID cut = relationship(PartnerType.GDAP);
        UUID untouched = relationship(PartnerType.GDAP);
        relationships.switchAutoExtendAsPartner(partner, customer.tenant(), already, true);
        relationships.removeRoles(customer, partner.tenant(), noRoles);
        relationships.end(customer, partner.tenant(), ended);
        database.update("update relationship set customer_cut = true where id = ?", cut);

        UUID bulk = run(ticking(List.of(done, already, noEnd, noRoles, ended, cut), true));

        assertThat(counts(bulk))
                .isEqualTo(Map.of(BatchOutcome.DONE, 1L, BatchOutcome.ALREADY, 1L, BatchOutcome.REFUSED, 4L));
        assertThat(reasons(bulk))
                .containsExactlyInAnyOrder(
                        "RelationshipRefusal.TYPE_HAS_NO_END",
                        "RelationshipRefusal.AUTO_EXTEND_WITHOUT_ROLES",
                        "RelationshipRefusal.RELATIONSHIP_ENDED",
                        "RelationshipRefusal.CUT_BY_CUSTOMER");
        assertThat(extendsItself(done)).isTrue();
        assertThat(extendsItself(untouched)).isFalse();
        browser.perform(get(ADDRESS + "/" + bulk).with(SignedIn.as(partner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("There are no roles left whose time could be extended.")))
                .andExpect(content().string(containsString("Was so already")))
                .andExpect(content().string(not(containsString("data-live"))));
        assertThat(rows(bulk))
                .hasSize(7)
                .anySatisfy(row -> assertThat(row).contains(done.toString(), ",Switched,"))
                .anySatisfy(row -> assertThat(row).contains(cut.toString(), ",Not switched,The customer cut the time"));
    }

    private List<String> rows(UUID bulk) throws Exception {
        byte[] body = browser.perform(get(ADDRESS + "/" + bulk + "/rows.csv").with(SignedIn.as(partner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return List.of(new String(body, StandardCharsets.UTF_8).split("\r\n"));
    }

    @Test
    void theSameFormTwiceIsOneSwitch() throws Exception {
        String bulk = Ids.next().toString();
        UUID id = relationship(PartnerType.GDAP);
        for (int click = 0; click < 2; click++) {
            UUID result = run(ticking(List.of(id), true).param("bulk", bulk));
            assertThat(result).hasToString(bulk);
            assertThat(counts(result)).isEqualTo(Map.of(BatchOutcome.DONE, 1L));
        }
    }

    @Test
    void askedForTwiceFindsEverythingAsItShouldBe() throws Exception {
        UUID id = relationship(PartnerType.GDAP);
        assertThat(counts(run(ticking(List.of(id), true)))).isEqualTo(Map.of(BatchOutcome.DONE, 1L));
        assertThat(counts(run(ticking(List.of(id), true)))).isEqualTo(Map.of(BatchOutcome.ALREADY, 1L));
        assertThat(database.queryForObject(
                        "select count(*) from trail_entry where subject_id = ? and kind = 'RelationshipAutoExtendSwitched'",
                        Long.class,
                        id))
                .isEqualTo(1);
    }

    @Test
    void worksThroughAllThatMatchAlsoOnOtherPages() throws Exception {
        for (int number = 0; number < 60; number++) {
            relationship(PartnerType.GDAP);
        }
        UUID reseller = relationship(PartnerType.RESELLER);
        UUID foreign = invitations.relationship(tenants.partner(), customer, PartnerType.GDAP);
        browser.perform(get(ADDRESS)
                        .param("all", "true")
                        .param("on", "true")
                        .param("show", "auto_extend_off")
                        .with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("Switch auto-extend on for 60 relationships?")));

        // the filter itself loses each that is switched
        UUID bulk =
                run(sending(partner).param("all", "true").param("on", "true").param("show", "auto_extend_off"));

        assertThat(counts(bulk)).isEqualTo(Map.of(BatchOutcome.DONE, 60L));
        assertThat(rows(bulk)).hasSize(61).noneMatch(row -> row.contains(reseller.toString()));
        assertThat(database.queryForObject("select auto_extend from relationship where id = ?", Boolean.class, foreign))
                .isFalse();
    }

    @Test
    void anotherPartnersRelationshipsAreNotThere() throws Exception {
        Actor other = tenants.partner();
        UUID foreign = invitations.relationship(other, customer, PartnerType.GDAP);
        UUID own = relationship(PartnerType.GDAP);
        assertThat(counts(run(ticking(List.of(own, foreign), true)))).isEqualTo(Map.of(BatchOutcome.DONE, 1L));
        browser.perform(ticking(List.of(foreign), true)).andExpect(status().isUnprocessableContent());
        UUID bulk = run(ticking(List.of(own), true));
        for (String page : List.of("", "/rows.csv")) {
            browser.perform(get(ADDRESS + "/" + bulk + page).with(SignedIn.as(other)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void onlyAdminAgentsSwitch() throws Exception {
        UUID id = relationship(PartnerType.GDAP);
        for (AdminRole role : List.of(AdminRole.SALES_AGENT, AdminRole.HELPDESK_AGENT)) {
            Actor agent = tenants.colleague(partner, role);
            browser.perform(get(ADDRESS).param("id", id.toString()).with(SignedIn.as(agent)))
                    .andExpect(status().isForbidden());
            browser.perform(sending(agent).param("id", id.toString()).param("on", "true"))
                    .andExpect(status().isForbidden());
        }
        assertThat(extendsItself(id)).isFalse();
    }

    @Test
    void nonsenseIsNothingChosen() throws Exception {
        browser.perform(sending(partner).param("id", "1-or-1=1", "<script>").param("on", "maybe"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void aPageShowsHowFarItIsWhileItRuns() throws Exception {
        UUID id = relationship(PartnerType.GDAP);
        String address = browser.perform(ticking(List.of(id), true))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        browser.perform(get(address).with(SignedIn.as(partner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("0 of 1 rows")))
                .andExpect(content().string(containsString("data-live")))
                .andExpect(content().string(containsString("Reload this page")));
        assertThat(extendsItself(id)).isFalse();
        UUID bulk = UUID.fromString(address.substring(ADDRESS.length() + 1));
        job.work(bulk);
        assertThat(view(bulk).state()).isEqualTo(BatchState.FINISHED);
        assertThat(extendsItself(id)).isTrue();
        browser.perform(get("/partner/batches").with(SignedIn.as(partner)))
                .andExpect(content().string(containsString(address)))
                .andExpect(content().string(containsString("Switch auto-extend on")));
    }

    @Test
    void aRoleThatIsTakenAwayStopsTheRest() throws Exception {
        UUID id = relationship(PartnerType.GDAP);
        String address = browser.perform(ticking(List.of(id), true))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        tenants.assign(partner.account(), AdminRole.HELPDESK_AGENT);
        job.work(UUID.fromString(address.substring(ADDRESS.length() + 1)));
        assertThat(extendsItself(id)).isFalse();
        browser.perform(get(address).with(SignedIn.as(tenants.colleague(partner, AdminRole.ADMIN_AGENT))))
                .andExpect(content().string(containsString("The rest was stopped")))
                .andExpect(content().string(containsString("Stopped before its turn")));
    }
}
