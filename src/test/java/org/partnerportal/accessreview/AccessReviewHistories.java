package org.partnerportal.accessreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.accessreview.AccessReviewFixture.all;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.TestClock;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Reviews on a real database: what meets, what is due, and by how many statements a page is read. */
abstract class AccessReviewHistories {

    private static final int ROUNDS = 200;
    private static final int FEWER_ROUNDS = 50;

    /** Which of the measured pages is the start page. */
    private static final int START = 2;

    @Autowired
    private AccessReviewService reviews;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private Statements statements;

    @Autowired
    private TestClock clock;

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcTemplate database;

    private final ExecutorService contenders = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        contenders.shutdownNow();
        clock.reset();
    }

    /** Lets both go at the same moment; tells what each got, or why it was refused. */
    private List<Object> meet(Callable<?> one, Callable<?> other) throws Exception {
        var start = new CyclicBarrier(2);
        List<Future<Object>> answers = new ArrayList<>();
        for (Callable<?> action : List.of(one, other)) {
            answers.add(contenders.submit(() -> {
                start.await();
                try {
                    return action.call();
                } catch (RefusedException refused) {
                    return refused.refusal();
                }
            }));
        }
        return List.of(answers.get(0).get(), answers.get(1).get());
    }

    private long count(String sql, Object... arguments) {
        return database.queryForObject(sql, Long.class, arguments);
    }

    private Actor customer() {
        return tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
    }

    @Test
    void twoAdministratorsSignAtOnce() throws Exception {
        Actor partner = tenants.partner();
        for (int round = 0; round < ROUNDS; round++) {
            Actor ben = customer();
            Actor olivia = tenants.colleague(ben, AdminRole.GLOBAL_ADMINISTRATOR);
            UUID relationship = invitations.relationship(partner, ben, PartnerType.GDAP);
            AccessReviewView review = reviews.one(ben, reviews.start(ben));

            List<Object> told = meet(
                    () -> reviews.finish(ben, review.id(), all(review, Decision.KEPT)),
                    () -> reviews.finish(olivia, review.id(), all(review, Decision.REMOVED)));

            assertThat(told.get(0)).as("both see the one result").isEqualTo(told.get(1));
            AccessReviewView result = (AccessReviewView) told.get(0);
            boolean kept = ben.account().equals(result.signerId());
            assertThat(kept || olivia.account().equals(result.signerId())).isTrue();
            assertThat(result.kept()).isEqualTo(kept ? 2 : 0);
            assertThat(result.removed()).isEqualTo(kept ? 0 : 2);
            assertThat(relationships
                            .rolesInForce(ben.tenant(), partner.tenant())
                            .containsKey(relationship))
                    .isEqualTo(kept);
            assertThat(count("select count(*) from access_review_line where review_id = ?", review.id()))
                    .isEqualTo(2);
            assertThat(count(
                            "select count(*) from trail_entry where subject_id = ? and kind = 'AccessReviewFinished'",
                            review.id()))
                    .isEqualTo(1);
            assertThat(count(
                            "select count(*) from mail where about = ? and kind = 'AccessReviewFinished'", review.id()))
                    .isEqualTo(1);
        }
    }

    @Test
    void signingMeetsTheRemovalOfTheSameRoles() throws Exception {
        Actor partner = tenants.partner();
        for (int round = 0; round < ROUNDS; round++) {
            Actor ben = customer();
            Actor olivia = tenants.colleague(ben, AdminRole.GLOBAL_ADMINISTRATOR);
            UUID relationship = invitations.relationship(partner, ben, PartnerType.GDAP);
            AccessReviewView review = reviews.one(ben, reviews.start(ben));

            List<Object> told = meet(() -> reviews.finish(ben, review.id(), all(review, Decision.REMOVED)), () -> {
                relationships.removeRoles(olivia, partner.tenant(), relationship);
                return "removed";
            });

            assertThat(told.get(1)).isEqualTo("removed");
            AccessReviewView result = (AccessReviewView) told.get(0);
            assertThat(List.of(result.removed(), result.gone())).isIn(List.of(2, 0), List.of(0, 2));
            String remover = result.removed() == 2 ? ben.name() : olivia.name();
            assertThat(count(
                            "select count(*) from delegated_role where relationship_id = ? and removed_by = ?",
                            relationship,
                            remover))
                    .as("the record says who it was")
                    .isEqualTo(2);
            assertThat(count(
                            "select count(*) from trail_entry where subject_id = ? and kind = 'RolesRemoved'",
                            relationship))
                    .isEqualTo(1);
        }
    }

    @Test
    void twoAdministratorsStartAtOnce() throws Exception {
        Actor partner = tenants.partner();
        for (int round = 0; round < FEWER_ROUNDS; round++) {
            Actor ben = customer();
            Actor olivia = tenants.colleague(ben, AdminRole.GLOBAL_ADMINISTRATOR);
            invitations.relationship(partner, ben, PartnerType.PARTNER);
            List<Object> told = meet(() -> reviews.start(ben), () -> reviews.start(olivia));
            assertThat(told.get(0)).isEqualTo(told.get(1));
            assertThat(count(
                            "select count(*) from access_review where customer_id = ?",
                            ben.tenant().value()))
                    .isEqualTo(1);
        }
    }

    @Test
    void twoPartnersStartAtOnce() throws Exception {
        Actor first = tenants.partner();
        Actor second = tenants.partner();
        for (int round = 0; round < FEWER_ROUNDS; round++) {
            Actor ben = customer();
            Actor olivia = tenants.colleague(ben, AdminRole.GLOBAL_ADMINISTRATOR);
            List<Object> told = meet(
                    () -> invitations.relationship(first, ben, PartnerType.PARTNER),
                    () -> invitations.relationship(second, olivia, PartnerType.PARTNER));
            assertThat(told).hasOnlyElementsOfType(UUID.class);
            assertThat(count(
                            "select count(*) from access_review_schedule where customer_id = ?",
                            ben.tenant().value()))
                    .isEqualTo(1);
        }
    }

    @Test
    void theJobOpensAndRemindsInBatches() {
        database.update("update access_review_schedule set next_at = timestamp '9000-01-01 00:00:00'");
        database.update("update access_review set remind_at = null");
        Actor partner = tenants.partner();
        List<Actor> customers = new ArrayList<>();
        for (int number = 0; number < 130; number++) {
            customers.add(customer());
            invitations.relationship(partner, customers.get(number), PartnerType.PARTNER);
        }
        clock.advance(Duration.ofDays(93));
        AccessReviewJob.run(reviews);
        AccessReviewJob.run(reviews);
        clock.advance(Duration.ofDays(14));
        AccessReviewJob.run(reviews);
        AccessReviewJob.run(reviews);
        for (Actor customer : customers) {
            UUID review = database.queryForObject(
                    "select id from access_review where customer_id = ?",
                    UUID.class,
                    customer.tenant().value());
            for (String kind : List.of("AccessReviewOpened", "AccessReviewOverdue")) {
                assertThat(count("select count(*) from mail where about = ? and kind = ?", review, kind))
                        .as(kind)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void pagesTakeAFixedNumberOfStatements() throws Exception {
        List<List<Integer>> taken = new ArrayList<>();
        for (int number : List.of(1, 200)) {
            Actor customer = customer();
            Actor partner = tenants.partner();
            for (int count = 0; count < number; count++) {
                // two roles each
                invitations.relationship(count % 20 == 0 ? tenants.partner() : partner, customer, PartnerType.GDAP);
            }
            AccessReviewView review = reviews.one(customer, reviews.start(customer));
            assertThat(review.grants()).hasSize(2 * number);
            String address = "/settings/access-reviews/" + review.id();
            List<Integer> statementsOf = new ArrayList<>();
            for (String page : List.of(address, "/settings/access-reviews", "/", address + "/csv")) {
                statementsOf.add(statements(page, customer));
            }
            reviews.finish(customer, review.id(), all(review, Decision.KEPT));
            for (String page : List.of(address, address + "/csv", address + "/record")) {
                statementsOf.add(statements(page, customer));
            }
            taken.add(statementsOf);
        }
        assertThat(taken.get(1)).as("with 400 rows as with two").isEqualTo(taken.get(0));
        assertThat(taken.get(0).remove(START))
                .as("one for each feature that has something to say")
                .isLessThanOrEqualTo(16);
        assertThat(taken.get(0)).allMatch(number -> number <= 6);
    }

    private int statements(String address, Actor person) throws Exception {
        statements.countAndReset();
        browser.perform(get(address).with(SignedIn.as(person))).andExpect(status().isOk());
        return statements.countAndReset();
    }
}
