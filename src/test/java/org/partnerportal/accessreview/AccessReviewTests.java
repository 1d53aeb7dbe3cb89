package org.partnerportal.accessreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.partnerportal.accessreview.AccessReviewFixture.all;
import static org.partnerportal.accessreview.AccessReviewFixture.keys;
import static org.partnerportal.accessreview.AccessReviewFixture.removing;
import static org.partnerportal.invitation.InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR;
import static org.partnerportal.invitation.InvitationFixture.USER_ADMINISTRATOR;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.TestClock;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reviews open when their time comes, remind once, remove what was chosen, and keep what was decided. */
@PortalTest
class AccessReviewTests {

    private static final Duration FORTNIGHT = Duration.ofDays(14);

    @Autowired
    private AccessReviewService reviews;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;
    private Actor customer;

    @BeforeEach
    void people() {
        // a day that every month has: counted from the 29th, a quarter's end may be another day than its beginning
        moveTo(clock.instant()
                .atZone(ZoneOffset.UTC)
                .plusMonths(1)
                .withDayOfMonth(15)
                .toInstant());
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        // other tests leave thousands of customers and reviews that would be due too
        database.update("update access_review_schedule set next_at = timestamp '9000-01-01 00:00:00'");
        database.update("update access_review set remind_at = null");
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    /** A relationship without an end, with two roles. */
    private UUID relationship() {
        return invitations.relationship(partner, customer, PartnerType.PARTNER);
    }

    private Instant nextAt() {
        return database.queryForObject(
                        "select next_at from access_review_schedule where customer_id = ?",
                        OffsetDateTime.class,
                        customer.tenant().value())
                .toInstant();
    }

    private List<UUID> reviewsOf(Actor person) {
        return database.queryForList(
                "select id from access_review where customer_id = ? order by id",
                UUID.class,
                person.tenant().value());
    }

    private long mails(UUID about, String kind, Actor to) {
        return database.queryForObject(
                "select count(*) from mail where about = ? and kind = ? and recipient = ?",
                Long.class,
                about,
                kind,
                to.email());
    }

    private long trail(UUID about, String kind) {
        return database.queryForObject(
                "select count(*) from trail_entry where subject_id = ? and kind = ?", Long.class, about, kind);
    }

    private void moveTo(Instant time) {
        clock.advance(Duration.between(clock.instant(), time));
    }

    private static Instant plusMonths(Instant time, int months) {
        return time.atZone(ZoneOffset.UTC).plus(Period.ofMonths(months)).toInstant();
    }

    private AccessReviewView start() {
        return reviews.one(customer, reviews.start(customer));
    }

    // when

    @Test
    void theFirstReviewIsDueAQuarterAfterTheFirstPartner() {
        Instant before = clock.instant();
        relationship();
        Instant next = nextAt();
        assertThat(next).isBetween(plusMonths(before, 3), plusMonths(clock.instant(), 3));

        clock.advance(Duration.ofDays(20));
        invitations.relationship(tenants.partner(), customer, PartnerType.RESELLER);
        assertThat(nextAt()).as("a later partner does not put it off").isEqualTo(next);
    }

    @Test
    void opensWhenItIsDueAndTellsEverybodyWhoCanSign() {
        relationship();
        Actor global = tenants.colleague(customer, AdminRole.GLOBAL_ADMINISTRATOR);
        Actor reader = tenants.colleague(customer, AdminRole.GLOBAL_READER);
        Instant next = nextAt();

        moveTo(next.minusSeconds(60));
        AccessReviewJob.run(reviews);
        assertThat(reviewsOf(customer)).isEmpty();

        moveTo(next);
        AccessReviewJob.run(reviews);
        assertThat(reviewsOf(customer)).hasSize(1);
        UUID id = reviewsOf(customer).get(0);
        AccessReviewView review = reviews.one(customer, id);
        assertThat(review.isOpen()).isTrue();
        assertThat(review.openedBy()).isEmpty();
        assertThat(Duration.between(review.openedAt(), review.dueAt())).isEqualTo(FORTNIGHT);
        assertThat(mails(id, "AccessReviewOpened", customer)).isEqualTo(1);
        assertThat(mails(id, "AccessReviewOpened", global)).isEqualTo(1);
        assertThat(mails(id, "AccessReviewOpened", reader)).isZero();
        assertThat(trail(id, "AccessReviewOpened")).isEqualTo(1);
        assertThat(nextAt()).isEqualTo(plusMonths(next, 3));
    }

    @Test
    void threeQuartersOfDowntimeOpenOneReview() {
        relationship();
        Instant first = nextAt();
        moveTo(plusMonths(first, 9).plusSeconds(3_600));
        AccessReviewJob.run(reviews);
        AccessReviewJob.run(reviews);
        assertThat(reviewsOf(customer)).hasSize(1);
        assertThat(nextAt()).as("on its day again").isEqualTo(plusMonths(first, 12));
    }

    @Test
    void noSecondReviewOpensWhileOneIsOpen() {
        relationship();
        UUID open = reviews.start(customer);
        Instant next = nextAt();
        moveTo(next);
        AccessReviewJob.run(reviews);
        assertThat(reviewsOf(customer)).containsExactly(open);
        assertThat(nextAt()).isEqualTo(plusMonths(next, 3));
    }

    @Test
    void nothingOpensWhereNoPartnerHoldsARole() {
        invitations.relationship(partner, customer, PartnerType.RESELLER);
        UUID ended = invitations.relationship(partner, customer, PartnerType.GDAP); // 100 days
        assertThat(ended).isNotNull();
        Instant next = plusMonths(nextAt(), 3);
        moveTo(next);
        AccessReviewJob.run(reviews);
        assertThat(reviewsOf(customer)).isEmpty();
        assertThat(nextAt()).as("it just goes on").isEqualTo(plusMonths(next, 3));
    }

    @Test
    void remindsOnceWhenItsTimeIsOver() {
        relationship();
        AccessReviewView review = start();
        moveTo(review.dueAt().minusSeconds(60));
        AccessReviewJob.run(reviews);
        assertThat(mails(review.id(), "AccessReviewOverdue", customer)).isZero();
        assertThat(reviews.one(customer, review.id()).overdue()).isFalse();

        moveTo(review.dueAt());
        AccessReviewJob.run(reviews);
        AccessReviewJob.run(reviews);
        clock.advance(Duration.ofDays(30));
        AccessReviewJob.run(reviews);
        assertThat(mails(review.id(), "AccessReviewOverdue", customer)).isEqualTo(1);
        assertThat(reviews.one(customer, review.id()).overdue()).isTrue();
        assertThat(reviews.waiting(customer).orElseThrow().overdue()).isTrue();
    }

    @Test
    void doesNotRemindOfWhatIsFinished() {
        relationship();
        AccessReviewView review = start();
        reviews.finish(customer, review.id(), all(review, Decision.KEPT));
        moveTo(review.dueAt().plusSeconds(1));
        AccessReviewJob.run(reviews);
        assertThat(mails(review.id(), "AccessReviewOverdue", customer)).isZero();
        assertThat(reviews.waiting(customer)).isEmpty();
    }

    @Test
    void startedByHandTheNextOneIsAWholePeriodAway() {
        relationship();
        Actor colleague = tenants.colleague(customer, AdminRole.GLOBAL_ADMINISTRATOR);
        clock.advance(Duration.ofDays(80));
        AccessReviewView review = start();
        assertThat(nextAt()).isEqualTo(plusMonths(review.openedAt(), 3));
        assertThat(review.openedBy()).isEqualTo(customer.name());
        assertThat(mails(review.id(), "AccessReviewStarted", colleague)).isEqualTo(1);
        assertThat(mails(review.id(), "AccessReviewStarted", customer))
                .as("who started it knows")
                .isZero();
        assertThat(reviews.start(colleague)).as("one at a time").isEqualTo(review.id());
        assertThat(trail(review.id(), "AccessReviewOpened")).isEqualTo(1);
    }

    @Test
    void isNotStartedWhereThereIsNothingToReview() {
        assertRefused(AccessReviewRefusal.NOTHING_TO_REVIEW, () -> reviews.start(customer));
        assertThat(database.queryForObject(
                        "select count(*) from access_review_schedule where customer_id = ?",
                        Long.class,
                        customer.tenant().value()))
                .isZero();
    }

    // signing

    @Test
    void removesWhatWasChosenKeepsTheRestAndTellsThePartnerOnce() {
        UUID first = relationship();
        UUID second = invitations.relationship(partner, customer, PartnerType.GDAP);
        Actor other = tenants.partner();
        invitations.relationship(other, customer, PartnerType.PARTNER);
        AccessReviewView review = start();
        assertThat(review.grants()).hasSize(6).allSatisfy(grant -> {
            assertThat(grant.decision()).isNull();
            assertThat(grant.lastUsedAt()).isNull();
        });

        var answers = new AccessReviewAnswers(
                keys(review), removing(review, USER_ADMINISTRATOR).decisions(), "Only support from now on.", true);
        AccessReviewView finished = reviews.finish(customer, review.id(), answers);

        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .isEqualTo(Map.of(
                        first, Set.of(SERVICE_SUPPORT_ADMINISTRATOR), second, Set.of(SERVICE_SUPPORT_ADMINISTRATOR)));
        assertThat(finished.isOpen()).isFalse();
        assertThat(List.of(finished.kept(), finished.removed(), finished.gone()))
                .isEqualTo(List.of(3, 3, 0));
        assertThat(finished.signerId()).isEqualTo(customer.account());
        assertThat(finished.signerName()).isEqualTo(customer.name());
        assertThat(finished.signerEmail()).isEqualTo(customer.email());
        assertThat(finished.signerZone()).isEqualTo("Europe/London");
        assertThat(finished.note()).isEqualTo("Only support from now on.");
        assertThat(finished.finishedAt()).isNotNull();
        assertThat(reviews.one(customer, review.id())).as("kept as it was").isEqualTo(finished);

        assertThat(trail(review.id(), "AccessReviewFinished")).isEqualTo(1);
        assertThat(trail(first, "RolesRemoved")).isEqualTo(1);
        assertThat(trail(second, "RolesRemoved")).isEqualTo(1);
        assertThat(mails(review.id(), "AccessReviewFinished", partner)).isEqualTo(1);
        assertThat(mails(review.id(), "AccessReviewFinished", other)).isEqualTo(1);
        assertThat(mails(first, "RoleRemoved", partner)).isEqualTo(1);
        String mail = database.queryForObject(
                "select plain from mail where about = ? and kind = 'AccessReviewFinished' and recipient = ?",
                String.class,
                review.id(),
                partner.email());
        assertThat(mail)
                .contains(
                        "Number of roles kept: 2",
                        "Number of roles removed: 2",
                        "User Administrator (",
                        finished.reference(),
                        "/partner/customers/" + customer.tenant());
    }

    @Test
    void linesSayWhatTheGrantsWere() {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        AccessReviewView review = start();
        AccessReviewView finished = reviews.finish(customer, review.id(), all(review, Decision.KEPT));
        var relationship = relationships.ofCustomer(customer.tenant(), id);
        assertThat(finished.grants()).hasSize(2).allSatisfy(line -> {
            assertThat(line.partner()).isEqualTo(partner.tenant());
            assertThat(line.partnerName()).isEqualTo(partner.tenantName());
            assertThat(line.relationshipName()).isEqualTo(relationship.name());
            assertThat(line.reference()).isEqualTo(relationship.reference());
            assertThat(line.type()).isEqualTo(PartnerType.GDAP);
            assertThat(line.endsAt()).isEqualTo(relationship.endsAt());
            assertThat(line.autoExtend()).isFalse();
            assertThat(line.decision()).isEqualTo(Decision.KEPT);
        });
    }

    @Test
    void allRolesOfOneRelationshipGoWithOneMail() {
        UUID id = relationship();
        AccessReviewView review = start();
        reviews.finish(customer, review.id(), all(review, Decision.REMOVED));
        assertThat(relationships.inForce(customer.tenant())).isEmpty();
        assertThat(trail(id, "RolesRemoved")).isEqualTo(1);
        assertThat(mails(id, "RolesRemoved", partner)).isEqualTo(1);
    }

    @Test
    void anyRemovalHasItsOwnMailAndTheSummaryComesBesides() {
        UUID id = relationship();
        AccessReviewView review = start();
        reviews.finish(customer, review.id(), removing(review, USER_ADMINISTRATOR));
        assertThat(mails(id, "RoleRemoved", partner)).isEqualTo(1);
        assertThat(mails(review.id(), "AccessReviewFinished", partner)).isEqualTo(1);
        assertThat(database.queryForObject(
                        "select count(*) from mail where recipient = ? and kind in ('RoleRemoved', 'RolesRemoved')",
                        Long.class,
                        partner.email()))
                .isEqualTo(1);
    }

    @Test
    void whatWentMeanwhileIsNotedAsGone() {
        UUID id = relationship();
        UUID gdap = invitations.relationship(tenants.partner(), customer, PartnerType.GDAP);
        AccessReviewView review = start();
        relationships.removeRole(customer, partner.tenant(), id, USER_ADMINISTRATOR);
        relationships.end(
                customer, relationships.ofCustomer(customer.tenant(), gdap).partner(), gdap);

        AccessReviewView finished = reviews.finish(customer, review.id(), all(review, Decision.REMOVED));

        assertThat(List.of(finished.kept(), finished.removed(), finished.gone()))
                .isEqualTo(List.of(0, 1, 3));
        assertThat(finished.grants())
                .filteredOn(grant -> grant.decision() == Decision.REMOVED)
                .extracting(AccessGrant::role)
                .containsExactly(SERVICE_SUPPORT_ADMINISTRATOR);
        assertThat(trail(id, "RolesRemoved")).as("no role is removed twice").isEqualTo(2);
    }

    @Test
    void aPartnerThatHasNothingToKeepOrToLoseIsNotTold() {
        relationship();
        Actor other = tenants.partner();
        UUID lost = invitations.relationship(other, customer, PartnerType.PARTNER);
        AccessReviewView review = start();
        relationships.removeRoles(customer, other.tenant(), lost);
        reviews.finish(customer, review.id(), all(review, Decision.KEPT));
        assertThat(mails(review.id(), "AccessReviewFinished", other)).isZero();
        assertThat(mails(review.id(), "AccessReviewFinished", partner)).isEqualTo(1);
    }

    @Test
    void newAccessMakesThePageStaleAndNothingHappens() {
        UUID id = relationship();
        AccessReviewView review = start();
        invitations.relationship(tenants.partner(), customer, PartnerType.PARTNER);
        assertRefused(
                AccessReviewRefusal.NEW_ACCESS,
                () -> reviews.finish(customer, review.id(), all(review, Decision.REMOVED)));
        assertThat(reviews.one(customer, review.id()).isOpen()).isTrue();
        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .containsKey(id);
        assertThat(trail(review.id(), "AccessReviewFinished")).isZero();
    }

    @Test
    void aRowThatNoPageCanHaveShownIsNotFound() {
        UUID id = relationship();
        relationships.removeRole(customer, partner.tenant(), id, USER_ADMINISTRATOR);
        Actor stranger = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID foreign = invitations.relationship(partner, stranger, PartnerType.PARTNER);
        AccessReviewView review = start();
        for (GrantKey planted : List.of(
                new GrantKey(foreign, USER_ADMINISTRATOR), // another customer's
                new GrantKey(UUID.randomUUID(), USER_ADMINISTRATOR), // nobody's
                new GrantKey(id, USER_ADMINISTRATOR), // gone before the review was opened
                new GrantKey(id, "62e90394-69f5-4237-9190-012177145e10"))) { // never granted
            AccessReviewAnswers answers = all(review, Decision.KEPT);
            Set<GrantKey> shown = new HashSet<>(answers.shown());
            shown.add(planted);
            var withPlanted = new AccessReviewAnswers(shown, answers.decisions(), "", true);
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> reviews.finish(customer, review.id(), withPlanted));
        }
        assertThat(reviews.one(customer, review.id()).isOpen()).isTrue();
    }

    @Test
    void whoeverComesLaterGetsTheFirstResult() {
        UUID id = relationship();
        Actor colleague = tenants.colleague(customer, AdminRole.GLOBAL_ADMINISTRATOR);
        AccessReviewView review = start();
        AccessReviewView first = reviews.finish(customer, review.id(), all(review, Decision.KEPT));
        for (Actor person : List.of(customer, colleague)) {
            AccessReviewView again = reviews.finish(person, review.id(), all(review, Decision.REMOVED));
            assertThat(again).isEqualTo(first);
            assertThat(again.signerId()).isEqualTo(customer.account());
        }
        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .containsKey(id);
        assertThat(trail(review.id(), "AccessReviewFinished")).isEqualTo(1);
    }

    @Test
    void whoMayNotSignChangesNothing() {
        relationship();
        AccessReviewView review = start();
        for (AdminRole role :
                List.of(AdminRole.GLOBAL_READER, AdminRole.CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR)) {
            Actor person = tenants.colleague(customer, role);
            assertRefused(
                    AccessReviewRefusal.NEEDS_BILLING_ADMINISTRATOR,
                    () -> reviews.finish(person, review.id(), all(review, Decision.REMOVED)));
            assertRefused(AccessReviewRefusal.NEEDS_BILLING_ADMINISTRATOR, () -> reviews.start(person));
        }
        Actor helpdesk = tenants.colleague(customer, AdminRole.HELPDESK_ADMINISTRATOR);
        assertRefused(AccessReviewRefusal.NEEDS_READER, () -> reviews.one(helpdesk, review.id()));
        assertThat(reviews.waiting(helpdesk)).isEmpty();
        assertThat(relationships.inForce(customer.tenant())).hasSize(1);
    }

    @Test
    void anotherOrganisationsReviewIsNotFound() {
        relationship();
        AccessReviewView review = start();
        Actor stranger = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> reviews.one(stranger, review.id()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> reviews.finish(stranger, review.id(), all(review, Decision.KEPT)));
        assertThat(reviews.list(stranger, null).isUnused()).isTrue();
        assertThat(reviews.waiting(stranger)).isEmpty();
    }

    @Test
    void finishedOnesAreListedNewestFirstPageByPage() {
        relationship();
        for (int count = 0; count < AccessReviewService.PAGE + 2; count++) {
            AccessReviewView review = start();
            reviews.finish(customer, review.id(), all(review, Decision.KEPT));
        }
        AccessReviewList first = reviews.list(customer, null);
        assertThat(first.finished()).hasSize(AccessReviewService.PAGE);
        AccessReviewList second = reviews.list(customer, first.next());
        assertThat(second.finished()).hasSize(2);
        assertThat(second.next()).isNull();
        List<UUID> newestFirst = reviewsOf(customer);
        assertThat(second.finished().get(1).id()).isEqualTo(newestFirst.get(0));
        assertThat(first.finished().get(0).id()).isEqualTo(newestFirst.get(newestFirst.size() - 1));
        assertThat(first.finished().get(0))
                .satisfies(row -> assertThat(List.of(row.kept(), row.removed(), row.gone()))
                        .isEqualTo(List.of(2, 0, 0)));
    }

    private static void assertRefused(AccessReviewRefusal refusal, Runnable action) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(action::run)
                .extracting(RefusedException::refusal)
                .isEqualTo(refusal);
    }

    // settings

    @EnableConfigurationProperties(AccessReviewProperties.class)
    static class Settings {}

    @Test
    void settingsAreMonthsAndDaysUnlessTheySayOtherwise() {
        var portal = new ApplicationContextRunner().withUserConfiguration(Settings.class);
        portal.run(context -> assertThat(context.getBean(AccessReviewProperties.class))
                .isEqualTo(new AccessReviewProperties(Period.ofMonths(3), FORTNIGHT)));
        portal.withPropertyValues("portal.access-review.every=6", "portal.access-review.answer-within=7")
                .run(context -> assertThat(context.getBean(AccessReviewProperties.class))
                        .isEqualTo(new AccessReviewProperties(Period.ofMonths(6), Duration.ofDays(7))));
        portal.withPropertyValues("portal.access-review.every=P90D", "portal.access-review.answer-within=36h")
                .run(context -> assertThat(context.getBean(AccessReviewProperties.class))
                        .isEqualTo(new AccessReviewProperties(Period.ofDays(90), Duration.ofHours(36))));
        for (String wrong : List.of("every=0", "every=-1", "answer-within=0", "answer-within=-1")) {
            portal.withPropertyValues("portal.access-review." + wrong)
                    .run(context -> assertThat(context).as(wrong).hasFailed());
        }
    }
}
