package org.partnerportal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.Races.DONE;
import static org.partnerportal.Races.FEWER_ROUNDS;
import static org.partnerportal.Races.meet;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;

/** A colleague or the operator at the same moment: nothing is approved that the operator did not see. */
abstract class ListingRaces {

    private static final ListingContent SEEN = ListingFixture.content("Seen");
    private static final ListingContent UNSEEN = ListingFixture.content("Unseen");
    private static final String STALE = "CHANGED_MEANWHILE";

    @Autowired
    private ListingService listings;

    @Autowired
    private ListingFixture fixture;

    @Autowired
    private TenantFixture tenants;

    private Actor operator;

    @BeforeEach
    void makeOperator() {
        operator = tenants.operator();
    }

    private Callable<Object> keep(Actor partner, long shown, ListingContent content) {
        return Executors.callable(() -> listings.keep(partner, shown, content));
    }

    private Callable<Object> approve(Actor partner, long shown) {
        return Executors.callable(() -> listings.approve(operator, partner.tenant(), shown));
    }

    @Test
    void submitMeetsKeep() throws Exception {
        Races.play(FEWER_ROUNDS, () -> {
            Actor partner = tenants.partner();
            listings.keep(partner, 0, SEEN);
            long shown = fixture.revision(partner);
            List<String> answers = meet(
                    List.of(Executors.callable(() -> listings.submit(partner, shown)), keep(partner, shown, UNSEEN)));
            assertThat(answers).containsExactlyInAnyOrder(DONE, STALE);
            ListingState state = listings.own(partner);
            boolean submitted = answers.get(0).equals(DONE);
            assertThat(state.draftState()).isEqualTo(submitted ? DraftState.SUBMITTED : DraftState.DRAFT);
            assertThat(state.draft()).isEqualTo(submitted ? SEEN : UNSEEN);
        });
    }

    @Test
    void approveMeetsKeep() throws Exception {
        Races.play(FEWER_ROUNDS, () -> {
            Actor partner = tenants.partner();
            fixture.submit(partner, SEEN);
            long shown = fixture.revision(partner);
            List<String> answers = meet(List.of(approve(partner, shown), keep(partner, shown, UNSEEN)));
            assertThat(answers).containsExactlyInAnyOrder(DONE, STALE);
            ListingState state = listings.own(partner);
            boolean approved = answers.get(0).equals(DONE);
            assertThat(state.published()).isEqualTo(approved ? SEEN : null);
            assertThat(state.draft()).isEqualTo(approved ? null : UNSEEN);
        });
    }

    @Test
    void approveMeetsHide() throws Exception {
        Races.play(FEWER_ROUNDS, () -> {
            Actor partner = tenants.partner();
            fixture.publish(partner, SEEN);
            fixture.submit(partner, UNSEEN);
            long shown = fixture.revision(partner);
            List<String> answers =
                    meet(List.of(approve(partner, shown), Executors.callable(() -> listings.hide(partner))));
            assertThat(answers).containsExactly(DONE, DONE);
            ListingState state = listings.own(partner);
            assertThat(state.published()).isEqualTo(UNSEEN);
            assertThat(state.hidden()).isTrue();
            assertThat(listings.published(partner.tenant())).isEmpty();
        });
    }

    @Test
    void twoApprovalsAreOne() throws Exception {
        Races.play(FEWER_ROUNDS, () -> {
            Actor partner = tenants.partner();
            fixture.submit(partner, SEEN);
            long shown = fixture.revision(partner);
            assertThat(meet(List.of(approve(partner, shown), approve(partner, shown))))
                    .containsExactly(DONE, DONE);
            assertThat(fixture.revision(partner)).isEqualTo(shown + 1);
        });
    }
}
