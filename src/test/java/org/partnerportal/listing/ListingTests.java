package org.partnerportal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of a listing, what the trail keeps of it, and who is told. */
@PortalTest
class ListingTests {

    private static final ListingContent FIRST = ListingFixture.content("First");
    private static final ListingContent SECOND = ListingFixture.content("Second");

    @Autowired
    private ListingService listings;

    @Autowired
    private ListingFixture fixture;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;
    private Actor operator;
    private TenantId id;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        operator = tenants.operator();
        id = partner.tenant();
    }

    private long revision() {
        return fixture.revision(partner);
    }

    private List<String> trail() {
        return database.queryForList(
                "select kind from trail_entry where subject_id = ? order by id", String.class, id.value());
    }

    private List<String> mailsTo(String recipient) {
        return database.queryForList(
                "select kind from mail where about = ? and recipient = ? order by id",
                String.class,
                id.value(),
                recipient);
    }

    private String shown() {
        return listings.published(id)
                .map(listing -> listing.content().en().name())
                .orElse("nothing");
    }

    @Test
    void whatIsPublishedStaysUntilTheNextTextIsApproved() {
        fixture.publish(partner, FIRST);
        assertThat(shown()).isEqualTo("First");
        fixture.submit(partner, SECOND);
        assertThat(shown()).isEqualTo("First");
        listings.giveBack(operator, id, revision(), "Too short");
        assertThat(shown()).isEqualTo("First");
        listings.submit(partner, revision());
        listings.approve(operator, id, revision());
        assertThat(shown()).isEqualTo("Second");
        assertThat(trail())
                .containsExactly(
                        "ListingSubmitted",
                        "ListingApproved",
                        "ListingSubmitted",
                        "ListingReturned",
                        "ListingSubmitted",
                        "ListingApproved");
        assertThat(mailsTo(partner.email())).containsExactly("ListingApproved", "ListingReturned", "ListingApproved");
    }

    @Test
    void aDraftThatIsChangedWaitsNoLonger() {
        fixture.submit(partner, FIRST);
        long submitted = revision();
        listings.keep(partner, submitted, SECOND);
        assertThatThrownBy(() -> listings.approve(operator, id, submitted)).hasMessageContaining("CHANGED_MEANWHILE");
        assertThatThrownBy(() -> listings.approve(operator, id, revision())).hasMessageContaining("NOTHING_SUBMITTED");
        assertThat(shown()).isEqualTo("nothing");
    }

    @Test
    void aTextThatIsThrownAwayCountsAsNotApproved() {
        fixture.publish(partner, FIRST);
        fixture.submit(partner, SECOND);
        long submitted = revision();
        listings.discard(partner, submitted);
        assertThatThrownBy(() -> listings.approve(operator, id, submitted)).hasMessageContaining("CHANGED_MEANWHILE");
        assertThat(shown()).isEqualTo("First");
    }

    @Test
    void twiceIsOnce() {
        fixture.submit(partner, FIRST);
        listings.submit(partner, revision());
        long submitted = revision();
        listings.approve(operator, id, submitted);
        listings.approve(operator, id, submitted);
        listings.hide(partner);
        listings.hide(partner);
        listings.show(partner);
        listings.show(partner);
        listings.block(operator, id, "why");
        listings.block(operator, id, "why");
        listings.unblock(operator, id);
        listings.unblock(operator, id);
        fixture.submit(partner, SECOND);
        long again = revision();
        listings.giveBack(operator, id, again, "why");
        listings.giveBack(operator, id, again, "why");
        assertThat(trail())
                .containsExactly(
                        "ListingSubmitted",
                        "ListingApproved",
                        "ListingHidden",
                        "ListingShown",
                        "ListingBlocked",
                        "ListingUnblocked",
                        "ListingSubmitted",
                        "ListingReturned");
    }

    @Test
    void hiddenTakenOutOrSwitchedOffIsNotFoundAtOnce() {
        fixture.publish(partner, FIRST);
        listings.hide(partner);
        assertThat(shown()).isEqualTo("nothing");
        listings.show(partner);
        assertThat(shown()).isEqualTo("First");
        listings.block(operator, id, "why");
        assertThat(shown()).isEqualTo("nothing");
        listings.unblock(operator, id);
        assertThat(shown()).isEqualTo("First");
        assertThat(mailsTo(partner.email())).containsExactly("ListingApproved", "ListingBlocked", "ListingUnblocked");
        tenants.disableTenant(partner);
        assertThat(shown()).isEqualTo("nothing");
    }

    @Test
    void demoListingsAreGoneWithDemoData() {
        fixture.publish(partner, FIRST);
        database.update("update tenant set demo = true where id = ?", id.value());
        assertThat(shown()).isEqualTo("nothing");
    }

    @Test
    void theAdminAgentsAreToldWhereTheSubmitterIsGone() {
        Actor colleague = tenants.colleague(partner, AdminRole.ADMIN_AGENT);
        fixture.submit(partner, FIRST);
        tenants.disableAccount(partner.account());
        listings.approve(operator, id, fixture.revision(colleague));
        assertThat(mailsTo(partner.email())).isEmpty();
        assertThat(mailsTo(colleague.email())).containsExactly("ListingApproved");
    }

    private void nothingWaits() {
        database.update("update listing set draft_state = 'DRAFT' where draft_state = 'SUBMITTED'");
    }

    private void aDayGoesBy() {
        database.update("update listing set operators_told_at = operators_told_at - interval '25' hour");
    }

    @Test
    void theOperatorsAreToldOfTheFirstTextOfADayThatWaits() {
        nothingWaits();
        fixture.submit(partner, FIRST);
        assertThat(mailsTo(operator.email())).containsExactly("ListingSubmitted");
        Actor other = tenants.partner();
        fixture.submit(other, SECOND);
        assertThat(database.queryForObject(
                        "select count(*) from mail where about = ?",
                        Long.class,
                        other.tenant().value()))
                .isZero();
        aDayGoesBy();
        Actor late = tenants.partner();
        fixture.submit(late, SECOND);
        assertThat(database.queryForObject(
                        "select count(*) from mail where about = ? and recipient = ?",
                        Long.class,
                        late.tenant().value(),
                        operator.email()))
                .isEqualTo(1);
    }

    @Test
    void theOperatorsAreNotToldAgainOfATextThatThePartnerChangesAndSubmitsAgain() {
        nothingWaits();
        fixture.submit(partner, FIRST);
        fixture.submit(partner, SECOND);
        fixture.submit(partner, FIRST);
        assertThat(mailsTo(operator.email())).containsExactly("ListingSubmitted");
        aDayGoesBy();
        fixture.submit(partner, SECOND);
        assertThat(mailsTo(operator.email())).containsExactly("ListingSubmitted", "ListingSubmitted");
    }

    @Test
    void theOperatorsAreToldOfTheNextTextOnceTheyHaveDecided() {
        nothingWaits();
        fixture.submit(partner, FIRST);
        listings.giveBack(operator, id, revision(), "why");
        fixture.submit(partner, SECOND);
        assertThat(mailsTo(operator.email())).hasSize(2);
        listings.approve(operator, id, revision());
        fixture.submit(partner, FIRST);
        assertThat(mailsTo(operator.email())).hasSize(3);
    }

    @Test
    void saysWhatItNeedsFromWhoeverCanDoIt() {
        Actor sales = tenants.colleague(partner, AdminRole.SALES_AGENT);
        assertThat(listings.need(partner)).contains(ListingNeed.WRITE);
        assertThat(listings.need(sales)).isEmpty();
        fixture.submit(partner, FIRST);
        assertThat(listings.need(partner)).isEmpty();
        listings.giveBack(operator, id, revision(), "why");
        assertThat(listings.need(partner)).contains(ListingNeed.CORRECT);
        listings.submit(partner, revision());
        listings.approve(operator, id, revision());
        assertThat(listings.need(partner)).isEmpty();
        listings.block(operator, id, "why");
        assertThat(listings.need(partner)).contains(ListingNeed.PUT_RIGHT);
    }

    @Test
    void onlyAnOperatorDecides() {
        fixture.publish(partner, FIRST);
        ListingFilter all = ListingFilter.of(null, null, null, null);
        for (ThrowingCallable verb : List.<ThrowingCallable>of(
                () -> listings.list(partner, all),
                () -> listings.countWaiting(partner),
                () -> listings.find(partner, id),
                () -> listings.approve(partner, id, revision() - 1),
                () -> listings.giveBack(partner, id, revision(), "why"),
                () -> listings.block(partner, id, "why"),
                () -> listings.unblock(partner, id))) {
            assertThatThrownBy(verb).hasMessageContaining("NEEDS_OPERATOR");
        }
    }

    @Test
    void aDraftThatWasNeverSubmittedIsThePartnersOwn() {
        listings.keep(partner, 0, FIRST);
        assertThatThrownBy(() -> listings.find(operator, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> listings.find(operator, new TenantId(UUID.randomUUID())))
                .isInstanceOf(NotFoundException.class);
        fixture.publish(partner, FIRST);
        listings.keep(partner, revision(), SECOND);
        assertThat(listings.find(operator, id).waiting()).isNull();
        assertThat(listings.find(operator, id).latest()).isEqualTo(FIRST);
    }
}
