package org.partnerportal.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.TestClock;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.AdminCenterFixture;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Licences are never more than were bought, whoever does what at the same moment, and go with their subscription. */
abstract class Licenses {

    @Autowired
    private LicenseService licenses;

    @Autowired
    private SubscriptionFixture subscriptions;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    @AfterEach
    void now() {
        clock.reset();
    }

    private Callable<?> assign(AdminCenter center, Actor person, UUID subscription) {
        return () -> {
            licenses.assign(center, person.account(), subscription);
            return null;
        };
    }

    private long held(UUID subscription) {
        return database.queryForObject(
                "select count(*) from license where subscription_id = ?", Long.class, subscription);
    }

    @Test
    void theLastLicenceGoesToOneOfTwo() throws Exception {
        Actor admin = subscriptions.customer();
        AdminCenter center = AdminCenterFixture.own(admin);
        AdminCenter colleague = AdminCenterFixture.own(tenants.colleague(admin, AdminRole.GLOBAL_ADMINISTRATOR));
        Actor ann = tenants.colleague(admin);
        Actor ben = tenants.colleague(admin);
        Races.play(Races.FEWER_ROUNDS, () -> {
            UUID last = subscriptions.buy(admin, 1);
            assertThat(Races.meet(List.of(assign(center, ann, last), assign(colleague, ben, last))))
                    .containsExactlyInAnyOrder(Races.DONE, LicenseRefusal.NONE_LEFT.name());
            assertThat(held(last)).isEqualTo(1);
        });
    }

    @Test
    void theSamePersonGetsOneOfTwoClicks() throws Exception {
        Actor admin = subscriptions.customer();
        AdminCenter center = AdminCenterFixture.own(admin);
        Actor ann = tenants.colleague(admin);
        Races.play(Races.FEWER_ROUNDS, () -> {
            UUID two = subscriptions.buy(admin, 2);
            assertThat(Races.meet(List.of(assign(center, ann, two), assign(center, ann, two))))
                    .containsOnly(Races.DONE);
            assertThat(held(two)).isEqualTo(1);
        });
    }

    @Test
    void fewerLicencesMeetTheirAssignment() throws Exception {
        Actor admin = subscriptions.customer();
        AdminCenter center = AdminCenterFixture.own(admin);
        Actor ann = tenants.colleague(admin);
        Actor ben = tenants.colleague(admin);
        Races.play(Races.FEWER_ROUNDS, () -> {
            UUID two = subscriptions.buy(admin, 2);
            licenses.assign(center, ann.account(), two);
            List<String> answers = Races.meet(List.of(assign(center, ben, two), () -> {
                subscriptions.changeQuantity(admin, two, 2, 1);
                return null;
            }));
            assertThat(answers)
                    .isIn(
                            List.of(Races.DONE, "QUANTITY_BELOW_ASSIGNED"),
                            List.of(LicenseRefusal.NONE_LEFT.name(), Races.DONE));
            assertThat(held(two))
                    .isLessThanOrEqualTo(subscriptions.one(admin, two).quantity());
        });
    }

    @Test
    void licencesGoWithTheirSubscriptionByTheClockAndThenForGood() throws Exception {
        Actor admin = subscriptions.customer();
        AdminCenter center = AdminCenterFixture.own(admin);
        Actor ann = tenants.colleague(admin);
        UUID subscription = subscriptions.buy(admin, 1);
        licenses.assign(center, ann.account(), subscription);
        subscriptions.cancel(admin, subscription);
        Instant end = subscriptions.endOf(admin, subscription);
        assertThat(licenses.of(center, ann.account()).lines()).hasSize(1);
        assertThat(clock.at(end, () -> licenses.of(center, ann.account()).lines()))
                .as("with every job dead")
                .isEmpty();
        clock.at(end, () -> {
            subscriptions.takeSteps(subscription);
            return null;
        });
        assertThat(held(subscription)).isZero();
    }

    @Test
    void everyHolderIsOnOnePage() {
        Actor admin = subscriptions.customer();
        AdminCenter center = AdminCenterFixture.own(admin);
        UUID subscription = subscriptions.buy(admin, 120);
        for (int each = 0; each < 120; each++) {
            licenses.assign(center, tenants.colleague(admin).account(), subscription);
        }
        List<UUID> seen = new ArrayList<>();
        UUID after = null;
        do {
            LicenseHolders.Page page = licenses.holders(center, licenses.one(center, subscription), after);
            page.lines().forEach(line -> seen.add(line.account()));
            after = page.next();
        } while (after != null);
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    }
}
