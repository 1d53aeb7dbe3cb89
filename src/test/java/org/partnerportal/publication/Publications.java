package org.partnerportal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnerportal.Races.DONE;
import static org.partnerportal.publication.PublicationFixture.agreement;
import static org.partnerportal.publication.PublicationFixture.name;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.Races;
import org.partnerportal.TestClock;
import org.partnerportal.agreement.AcceptanceList;
import org.partnerportal.agreement.AgreementFiles;
import org.partnerportal.agreement.AgreementRefusal;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.agreement.AgreementStanding;
import org.partnerportal.agreement.CurrentAgreement;
import org.partnerportal.agreement.NewAgreement;
import org.partnerportal.agreement.Place;
import org.partnerportal.agreement.VersionStatus;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.partnerportal.tenant.TenantRefusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Versions on a real database: in force by the clock, fixed for ever, told to everybody once, and who accepted them. */
abstract class Publications {

    private static final int ROUNDS = 100;
    private static final int MOST_STATEMENTS = 3;

    @Autowired
    private PublicationService publication;

    @Autowired
    private AnnouncementService announcements;

    @Autowired
    private AgreementService agreements;

    @Autowired
    private AgreementFiles files;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private TestClock clock;

    @Autowired
    private Statements statements;

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcTemplate database;

    private Actor operator;

    @BeforeEach
    void operator() {
        operator = tenants.operator();
    }

    @AfterEach
    void tidyUp() {
        clock.reset();
        // versions that no test has waited for would come into force in the middle of another
        database.update("update agreement set effective_at = published_at where effective_at > published_at");
        database.update("update agreement_announcement set open_key = null");
    }

    private UUID publish(NewAgreement version) {
        UUID id = publication.keep(operator, Ids.next(), 0, version);
        publication.publish(operator, id, form(id));
        return id;
    }

    private PublishForm form(UUID draft) {
        long revision = publication.draft(operator, draft).orElseThrow().revision();
        return new PublishForm(String.valueOf(revision), "true");
    }

    private Actor customerWithPartner() {
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        invitations.relationship(tenants.partner(), customer, PartnerType.RESELLER);
        return customer;
    }

    private void accept(Actor customer) {
        CurrentAgreement current = agreements.current(Locale.ENGLISH);
        agreements.accept(customer, current.id(), "en", true, Place.AGREEMENT_PAGE, InvitationFixture.ORIGIN);
    }

    private long mails(UUID about, Actor to) {
        return count("select count(*) from mail where about = ? and recipient = ?", about, to.email());
    }

    private long count(String sql, Object... arguments) {
        return database.queryForObject(sql, Long.class, arguments);
    }

    private String inForce() {
        return agreements.current(Locale.ENGLISH).name();
    }

    // publishing

    @Test
    void whatHasNoDateIsInForceAtOnceAndTheDraftIsGone() {
        String name = name();
        UUID id = publish(agreement(name, null));

        assertThat(inForce()).isEqualTo(name);
        assertThat(publication.draft(operator, id)).isEmpty();
        assertThat(agreements.version(operator, id).orElseThrow().status()).isEqualTo(VersionStatus.IN_FORCE);
        assertThat(count("select count(*) from trail_entry where kind = 'AgreementPublished' and subject_id = ?", id))
                .isEqualTo(1);
    }

    @Test
    void whatHasADateIsInForceFromThatInstantOnByTheClockAlone() throws Exception {
        String before = name();
        publish(agreement(before, null));
        Instant date = clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        String name = name();
        publish(agreement(name, date));

        assertThat(inForce()).isEqualTo(before);
        assertThat(clock.<String>at(date.minus(1, ChronoUnit.MICROS), this::inForce))
                .isEqualTo(before);
        assertThat(clock.<String>at(date, this::inForce)).isEqualTo(name);
    }

    @Test
    void aNewVersionPutsWhoHadAcceptedIntoAcceptAgain() {
        Actor customer = customerWithPartner();
        Actor never = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        assertThat(agreements.standing(customer.tenant())).isEqualTo(AgreementStanding.ACCEPTED);

        publish(agreement(name(), null));

        assertThat(agreements.standing(customer.tenant())).isEqualTo(AgreementStanding.ACCEPT_AGAIN);
        assertThat(agreements.standing(never.tenant())).isEqualTo(AgreementStanding.NEVER_ACCEPTED);
        assertThat(agreements.records(customer.tenant())).hasSize(1);
        accept(customer);
        assertThat(agreements.standing(customer.tenant())).isEqualTo(AgreementStanding.ACCEPTED);
        assertThat(agreements.records(customer.tenant()))
                .hasSize(2)
                .first()
                .satisfies(record -> assertThat(record.agreement()).isEqualTo(inForce()));
    }

    @Test
    void aVersionOfTheSameNameIsRefused() {
        String name = name();
        publish(agreement(name, null));
        UUID fresh = Ids.next();

        assertThatThrownBy(() -> publication.keep(operator, fresh, 0, agreement(name, null)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(AgreementRefusal.NAME_TAKEN));
    }

    @Test
    void onlyAnOperatorGetsAnywhereWhoeverElseAsks() {
        UUID id = publication.keep(operator, Ids.next(), 0, agreement(name(), null));
        Actor other = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        List<Callable<?>> ways = List.of(
                () -> publication.drafts(other),
                () -> publication.draft(other, id),
                () -> publication.keep(other, Ids.next(), 0, agreement(name(), null)),
                () -> publication.keepFile(other, PublicationFixture.pdf(1)),
                () -> publication.pdf(other, id, "en"),
                () -> {
                    publication.publish(other, id, form(id));
                    return null;
                },
                () -> {
                    publication.delete(other, id);
                    return null;
                },
                () -> {
                    publication.demand(other, id);
                    return null;
                },
                () -> agreements.versions(other),
                () -> agreements.bodies(other, id),
                () -> agreements.pdf(other, id, "en"),
                () -> agreements.publish(other, id, agreement(name(), null)),
                () -> agreements.acceptances(other, id, "", null, 10));

        assertThat(ways)
                .allSatisfy(way -> assertThatThrownBy(way::call)
                        .isInstanceOfSatisfying(
                                RefusedException.class,
                                refused -> assertThat(refused.refusal()).isEqualTo(TenantRefusal.NEEDS_OPERATOR)));
    }

    @Test
    void aTextThatWasChangedBehindThePortalsBackIsNotShown() {
        UUID id = publish(agreement(name(), null));
        assertThat(agreements.bodies(operator, id)).hasSize(2);

        database.update("update agreement_text set body = 'Other terms' where agreement_id = ?", id);

        assertThatThrownBy(() -> agreements.bodies(operator, id)).isInstanceOf(IllegalStateException.class);
        publish(agreement(name(), null));
    }

    @Test
    void theDatabaseHoldsWhatWasAccepted() {
        UUID id = publish(agreement(name(), null));
        accept(customerWithPartner());

        for (String change : List.of(
                "update agreement set name = 'x' where id = ?",
                "update agreement_text set sha256 = 'x' where agreement_id = ?",
                "delete from agreement_text where agreement_id = ?",
                "delete from agreement where id = ?")) {
            assertThatThrownBy(() -> database.update(change, id))
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void aPublishedPdfStaysAndOneThatNobodyNamesGoes() {
        byte[] pdf = PublicationFixture.pdf(2);
        String kept = publication.keepFile(operator, pdf);
        String unused = publication.keepFile(operator, PublicationFixture.pdf(3));
        UUID id = publish(new NewAgreement(
                name(), null, List.of(new NewAgreement.Text("en", "", kept), new NewAgreement.Text("ja", "", kept))));
        clock.advance(Duration.ofDays(2));
        UUID draft = publication.keep(operator, Ids.next(), 0, agreement(name(), null));
        publication.delete(operator, draft);

        assertThat(agreements.pdf(operator, id, "ja")).isEqualTo(pdf);
        assertThat(files.bytes(kept)).contains(pdf.length);
        assertThat(files.bytes(unused)).isEmpty();
        assertThatThrownBy(() -> database.update("delete from agreement_file where sha256 = ?", kept))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    // telling

    @Test
    void everyCustomerWithAPartnerThatHasNotAcceptedIsToldOnce() {
        Actor told = customerWithPartner();
        Actor accepted = customerWithPartner();
        Actor alone = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID id = publish(agreement(name(), null));
        accept(accepted);

        AnnouncementJob.run(announcements);
        AnnouncementJob.run(announcements);

        assertThat(mails(id, told)).isEqualTo(1);
        assertThat(mails(id, accepted)).isZero();
        assertThat(mails(id, alone)).isZero();
        assertThat(count(
                        "select count(*) from trail_entry where kind = 'PublicationCustomerTold' and customer_id = ?",
                        told.tenant().value()))
                .isEqualTo(1);
        AnnouncementRow row = publication.announcements(id).get(0);
        assertThat(row.finishedAt()).isNotNull();
        assertThat((long) row.told())
                .isEqualTo(count(
                        "select count(*) from trail_entry where kind = 'PublicationCustomerTold'"
                                + " and subject_id = ?",
                        id));
    }

    @Test
    void tellingGoesOnWhereItWasStopped() {
        List<Actor> customers = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            customers.add(customerWithPartner());
        }
        UUID id = publish(agreement(name(), null));
        UUID announcement = announcements.due().get(0);
        long all = count("select count(distinct customer_id) from relationship where status = 'ACTIVE'");

        assertThat(announcements.tell(announcement, (int) all - 2)).isTrue(); // and then the power goes
        assertThat(publication.announcements(id).get(0).isOpen()).isTrue();
        AnnouncementJob.run(announcements);

        assertThat(customers)
                .allSatisfy(customer -> assertThat(mails(id, customer)).isEqualTo(1));
        assertThat(publication.announcements(id).get(0).told()).isEqualTo((int) all);
    }

    @Test
    void nobodyIsToldBeforeTheDateNorOfAVersionThatIsReplaced() {
        Actor customer = customerWithPartner();
        Instant date = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        UUID later = publish(agreement(name(), date));
        AnnouncementJob.run(announcements);
        assertThat(mails(later, customer)).isZero();

        UUID newest = publish(agreement(name(), date.plusSeconds(60)));
        clock.advance(Duration.ofHours(2));
        AnnouncementJob.run(announcements);

        assertThat(mails(later, customer))
                .as("replaced before anybody was told")
                .isZero();
        assertThat(mails(newest, customer)).isEqualTo(1);
        assertThat(publication.announcements(later).get(0).isOpen()).isFalse();
    }

    @Test
    void oneThatCannotBeToldHoldsUpNobody() {
        Actor broken = customerWithPartner();
        Actor next = customerWithPartner();
        database.update("update account set time_zone = 'Nowhere/City' where id = ?", broken.account());
        UUID id = publish(agreement(name(), null));

        AnnouncementJob.run(announcements);

        database.update("update account set time_zone = 'UTC' where id = ?", broken.account());
        assertThat(mails(id, next)).isEqualTo(1);
        assertThat(mails(id, broken)).isZero();
        assertThat(publication.announcements(id).get(0).isOpen()).isFalse();
    }

    @Test
    void demandedAgainWhoeverHasNotAcceptedIsToldAgain() {
        Actor waits = customerWithPartner();
        Actor accepts = customerWithPartner();
        UUID id = publish(agreement(name(), null));
        AnnouncementJob.run(announcements);
        accept(accepts);
        assertThat(publication.mayDemand(
                        operator, agreements.version(operator, id).orElseThrow()))
                .contains(PublicationRefusal.TOLD_TODAY);

        clock.advance(Duration.ofDays(1));
        publication.demand(operator, id);
        publication.demand(operator, id); // the second click of two
        AnnouncementJob.run(announcements);

        assertThat(mails(id, waits)).isEqualTo(2);
        assertThat(mails(id, accepts)).isEqualTo(1);
        assertThat(count(
                        "select count(*) from mail where about = ? and recipient = ? and kind = ?",
                        id,
                        waits.email(),
                        "PublicationCustomerReminded"))
                .isEqualTo(1);
        assertThatThrownBy(() -> publication.demand(operator, id)).isInstanceOf(RefusedException.class);
    }

    // who has accepted

    @Test
    void thePagesTakeTheSameFewStatementsForAnyNumberOfAcceptances() throws Exception {
        UUID id = publish(agreement(name(), null));
        for (int number : List.of(1, 59)) {
            for (int count = 0; count < number; count++) {
                accept(tenants.customer(AdminRole.BILLING_ADMINISTRATOR));
            }
            for (String page : List.of("", "/" + id + "/acceptances", "/" + id + "/acceptances?q=customer")) {
                statements.countAndReset();
                browser.perform(get("/operator/agreements" + page).with(SignedIn.as(operator)))
                        .andExpect(status().isOk());
                assertThat(statements.countAndReset()).as(page).isBetween(1, MOST_STATEMENTS);
            }
        }
    }

    @Test
    void pagesByKeyShowEveryAcceptanceOnceAndTheSearchFindsTheCustomer() {
        UUID id = publish(agreement(name(), null));
        List<UUID> customers = new ArrayList<>();
        for (int number = 0; number < 25; number++) {
            Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
            accept(customer);
            customers.add(0, customer.tenant().value());
        }
        List<UUID> seen = new ArrayList<>();
        AcceptanceList list = agreements.acceptances(operator, id, "", null, 10);
        list.rows().forEach(row -> seen.add(row.customer().value()));
        while (list.next() != null) {
            list = agreements.acceptances(operator, id, "", list.next(), 10);
            list.rows().forEach(row -> seen.add(row.customer().value()));
        }

        assertThat(seen).containsExactlyElementsOf(customers);
        AcceptanceList.Row one =
                agreements.acceptances(operator, id, "", null, 1).rows().get(0);
        assertThat(agreements
                        .acceptances(operator, id, one.customerName().toUpperCase(Locale.ROOT), null, 10)
                        .rows())
                .containsExactly(one);
        assertThat(agreements
                        .acceptances(operator, id, one.customerDomain(), null, 10)
                        .rows())
                .containsExactly(one);
        assertThat(agreements.acceptances(operator, id, "%", null, 10).rows())
                .as("no wildcard")
                .isEmpty();
        assertThat(agreements.version(operator, id).orElseThrow().acceptances()).isEqualTo(25);
    }

    // who meets

    @Test
    void ofTwoThatPublishTheSameNameAtOnceOneIsTold() throws Exception {
        for (int round = 0; round < ROUNDS / 4; round++) {
            String name = name();
            UUID one = publication.keep(operator, Ids.next(), 0, agreement(name, null));
            UUID other = publication.keep(operator, Ids.next(), 0, agreement(name, null));
            List<String> told = Races.meet(List.of(publishing(one), publishing(other)));

            assertThat(told).containsExactlyInAnyOrder(DONE, "NAME_TAKEN");
            assertThat(count("select count(*) from agreement where name = ?", name))
                    .isEqualTo(1);
        }
    }

    @Test
    void ofTwoThatPublishAtOnceOneIsInForceAndBothArePublished() throws Exception {
        for (int round = 0; round < ROUNDS / 4; round++) {
            UUID one = publication.keep(operator, Ids.next(), 0, agreement(name(), null));
            UUID other = publication.keep(operator, Ids.next(), 0, agreement(name(), null));

            assertThat(Races.meet(List.of(publishing(one), publishing(other)))).containsOnly(DONE);
            assertThat(agreements.versions(operator).stream()
                            .filter(version -> version.status() == VersionStatus.IN_FORCE))
                    .singleElement()
                    .satisfies(version -> assertThat(version.id()).isIn(one, other));
        }
    }

    private Callable<?> publishing(UUID draft) {
        PublishForm form = form(draft);
        return () -> {
            publication.publish(operator, draft, form);
            return null;
        };
    }

    @Test
    void acceptingMeetsPublishingWhatWasShownIsWhatIsAccepted() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
            CurrentAgreement shown = agreements.current(Locale.ENGLISH);
            UUID next = publication.keep(operator, Ids.next(), 0, agreement(name(), null));

            List<String> told = Races.meet(List.of(
                    () -> agreements.accept(
                            customer, shown.id(), "en", true, Place.AGREEMENT_PAGE, InvitationFixture.ORIGIN),
                    publishing(next)));

            assertThat(told.get(0)).isIn(DONE, "VERSION_CHANGED");
            assertThat(told.get(1)).isEqualTo(DONE);
            assertThat(agreements.records(customer.tenant()))
                    .hasSize(told.get(0).equals(DONE) ? 1 : 0)
                    .allSatisfy(record -> {
                        assertThat(record.agreementId()).isEqualTo(shown.id());
                        assertThat(record.sha256()).isEqualTo(shown.sha256());
                    });
            assertThat(agreements.standing(customer.tenant())).isNotEqualTo(AgreementStanding.ACCEPTED);
        }
    }
}
