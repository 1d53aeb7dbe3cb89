package org.partnerportal.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.entrarole.EntraRole.HELPDESK_ADMINISTRATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.TestClock;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The job: notices to both sides once each, after downtime too, in batches, whatever one relationship is up to. */
abstract class RelationshipTime {

    private static final int DAYS = 100;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;
    private Actor customer;
    private Instant start;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        start = clock.instant();
    }

    private UUID relationship(boolean autoExtend) {
        UUID id = Ids.next();
        var terms = new NewRelationship(
                id,
                Ids.reference(),
                partner.tenant(),
                PartnerType.GDAP,
                "Everyday support",
                Set.of(HELPDESK_ADMINISTRATOR),
                DAYS,
                autoExtend,
                false,
                null);
        relationships.start(terms, customer.tenant(), customer.who(), start);
        return id;
    }

    private void runJobOnDay(int day) throws Exception {
        clock.at(start.plus(Duration.ofDays(day)), () -> {
            RelationshipJob.run(relationships);
            return null;
        });
    }

    private List<String> mails(UUID relationship, Actor to) {
        return database.queryForList(
                "select kind from mail where about = ? and recipient = ? order by id",
                String.class,
                relationship,
                to.email());
    }

    private List<String> trail(UUID relationship) {
        return database.queryForList(
                "select kind from trail_entry where subject_id = ? order by id", String.class, relationship);
    }

    @Test
    void tellsBothSidesOnceEachAlsoAfterAWeekOfDowntime() throws Exception {
        UUID id = relationship(false);
        runJobOnDay(92);
        runJobOnDay(92);
        assertThat(mails(id, partner)).containsExactly("RelationshipEnding");
        runJobOnDay(99); // down for a week: the notices of the days 93 and 99 are due
        runJobOnDay(99);
        assertThat(mails(id, partner)).hasSize(3);
        runJobOnDay(106); // and once more: the end is due
        runJobOnDay(120);
        for (Actor side : List.of(partner, customer)) {
            assertThat(mails(id, side))
                    .containsExactly(
                            "RelationshipEnding", "RelationshipEnding", "RelationshipEnding", "RelationshipExpired");
        }
        assertThat(trail(id))
                .containsExactly(
                        "RelationshipStarted",
                        "RelationshipEnding",
                        "RelationshipEnding",
                        "RelationshipEnding",
                        "RelationshipExpired");
    }

    @Test
    void extendsAndTellsBothSides() throws Exception {
        UUID id = relationship(true);
        runJobOnDay(DAYS - 1);
        runJobOnDay(DAYS);
        runJobOnDay(DAYS + 1);
        for (Actor side : List.of(partner, customer)) {
            assertThat(mails(id, side))
                    .containsExactly(
                            "RelationshipEndingExtends",
                            "RelationshipEndingExtends",
                            "RelationshipEndingExtends",
                            "RelationshipExtended");
        }
        assertThat(database.queryForObject("select auto_extend from relationship where id = ?", Boolean.class, id))
                .isTrue();
    }

    @Test
    void worksThroughMoreThanOneBatch() throws Exception {
        List<UUID> ids =
                IntStream.range(0, 250).mapToObj(each -> relationship(false)).toList();
        runJobOnDay(70);
        assertThat(ids).allSatisfy(id -> assertThat(mails(id, customer)).containsExactly("RelationshipEnding"));
    }

    @Test
    void oneThatFailsDoesNotHoldUpTheOthers() throws Exception {
        UUID bad = relationship(false);
        UUID good = relationship(false);
        // a step that no end explains, as nothing but a hand in the database can make
        database.update(
                "update relationship set due_at = ? where id = ?",
                java.sql.Timestamp.from(start.plus(Duration.ofDays(10))),
                bad);
        runJobOnDay(70);
        assertThat(mails(good, customer)).containsExactly("RelationshipEnding");
        assertThat(mails(bad, customer)).isEmpty();
    }

    @Test
    void bothSidesAreToldOfEveryChangeAtOnce() {
        UUID id = relationship(false);
        relationships.switchAutoExtendAsPartner(partner, customer.tenant(), id, true);
        relationships.switchAutoExtendOff(customer, partner.tenant(), id, Instant.MAX);
        relationships.switchAutoExtendOff(customer, partner.tenant(), id, Instant.MAX);
        relationships.shorten(customer, partner.tenant(), id, start.plus(Duration.ofDays(50)));
        relationships.end(customer, partner.tenant(), id);
        relationships.end(customer, partner.tenant(), id);
        assertThat(mails(id, partner))
                .containsExactly(
                        "RelationshipAutoExtendSwitchedOn",
                        "RelationshipAutoExtendSwitchedOff",
                        "RelationshipShortened",
                        "RelationshipEnded");
        assertThat(mails(id, customer))
                .containsExactly(
                        "RelationshipAutoExtendSwitchedOn", "RelationshipAutoExtendSwitchedOff", "RelationshipEnded");
    }
}
