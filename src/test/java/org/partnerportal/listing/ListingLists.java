package org.partnerportal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.listing.ListingFilter.Show;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The operator's list of listings: what it finds, in which order, and by how many statements. */
abstract class ListingLists {

    private static final int MANY = 60;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private ListingFixture fixture;

    @Autowired
    private ListingService listings;

    @Autowired
    private Statements statements;

    @Autowired
    private MockMvc browser;

    /** A word that only this test's partners have in their names. */
    private final String word = "w" + UUID.randomUUID();

    private Actor partner() {
        return tenants.partner(word + " 50%_" + UUID.randomUUID());
    }

    private ListingList list(Actor operator, Show show, ListingList.Line after) {
        UUID last = after == null ? null : after.partner();
        Instant since = after == null ? null : after.waitingSince();
        return listings.list(operator, new ListingFilter(show, word, last, since));
    }

    private List<UUID> found(Actor operator, Show show) {
        return list(operator, show, null).lines().stream()
                .map(ListingList.Line::partner)
                .toList();
    }

    @Test
    void takesAFixedNumberOfStatements() throws Exception {
        Actor operator = tenants.operator();
        fixture.submit(partner(), ListingFixture.content("One"));
        String page = "/operator/listings?q=" + word;
        statements.countAndReset();
        browser.perform(get(page).with(SignedIn.as(operator))).andExpect(status().isOk());
        int one = statements.countAndReset();
        for (int count = 0; count < MANY; count++) {
            fixture.submit(partner(), ListingFixture.content("More"));
        }
        statements.countAndReset();
        browser.perform(get(page).with(SignedIn.as(operator))).andExpect(status().isOk());
        assertThat(statements.countAndReset()).isEqualTo(one).isLessThanOrEqualTo(Show.values().length + 2);
    }

    @Test
    void findsByStateNameAndDomain() {
        Actor operator = tenants.operator();
        Actor waiting = partner();
        Actor listed = partner();
        Actor hidden = partner();
        Actor blocked = partner();
        Actor drafting = partner();
        for (Actor each : List.of(listed, hidden, blocked)) {
            fixture.publish(each, ListingFixture.content("Text"));
        }
        listings.hide(hidden);
        listings.block(operator, blocked.tenant(), "why");
        listings.keep(drafting, 0, ListingFixture.content("Own"));
        fixture.submit(waiting, ListingFixture.content("Text"));
        assertThat(found(operator, Show.WAITING))
                .containsExactly(waiting.tenant().value());
        assertThat(found(operator, Show.LISTED)).containsExactly(listed.tenant().value());
        assertThat(found(operator, Show.HIDDEN)).containsExactly(hidden.tenant().value());
        assertThat(found(operator, Show.BLOCKED))
                .containsExactly(blocked.tenant().value());
        assertThat(found(operator, Show.ALL))
                .as("what waits first, then the newest organisation; a draft is the partner's own")
                .containsExactly(
                        waiting.tenant().value(),
                        blocked.tenant().value(),
                        hidden.tenant().value(),
                        listed.tenant().value());
        assertThat(list(operator, Show.WAITING, null).counts())
                .containsEntry(Show.ALL, 4L)
                .containsEntry(Show.WAITING, 1L)
                .containsEntry(Show.LISTED, 1L)
                .containsEntry(Show.HIDDEN, 1L)
                .containsEntry(Show.BLOCKED, 1L);
        String domain = listed.email().replaceAll("^.*@", "").toUpperCase();
        assertThat(listings.list(operator, ListingFilter.of("all", domain, null, null))
                        .lines())
                .hasSize(1);
        tenants.disableTenant(listed);
        assertThat(found(operator, Show.LISTED)).isEmpty();
    }

    @Test
    void pagesShowEveryListingOnceAndTheLongestWaitingFirst() {
        Actor operator = tenants.operator();
        List<UUID> expected = new ArrayList<>();
        List<UUID> others = new ArrayList<>();
        for (int count = 0; count < MANY; count++) {
            Actor waiting = partner();
            fixture.submit(waiting, ListingFixture.content("Waits"));
            expected.add(waiting.tenant().value());
            Actor listed = partner();
            fixture.publish(listed, ListingFixture.content("Listed"));
            others.add(0, listed.tenant().value());
        }
        expected.addAll(others);
        List<UUID> seen = new ArrayList<>();
        ListingList.Line last = null;
        do {
            ListingList page = list(operator, Show.ALL, last);
            page.lines().forEach(line -> seen.add(line.partner()));
            last = page.next();
        } while (last != null);
        assertThat(seen).isEqualTo(expected);
    }
}
