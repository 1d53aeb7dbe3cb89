package org.partnerportal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantRefusal;

/** Who accepts the agreement for an organisation, and which version. */
class AgreementRulesTests {

    private static final UUID CURRENT = UUID.fromString("0199b0e0-0000-7000-8000-000000000002");
    private static final UUID OLDER = UUID.fromString("0199b0e0-0000-7000-8000-000000000001");

    private static final Actor BEN = Actors.billingAdministrator("ben@alder.example");
    private static final Actor MIA = Actors.person("mia@alder.example");

    @ParameterizedTest
    @EnumSource(names = {"GLOBAL_ADMINISTRATOR", "BILLING_ADMINISTRATOR"})
    void isAcceptedByAtLeastABillingAdministrator(AdminRole role) {
        Actor actor = Actors.person("ben@alder.example", role);

        assertThat(AgreementRules.mayAccept(actor)).isTrue();
        assertThat(AgreementRules.accept(actor, CURRENT, CURRENT, true)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"GLOBAL_ADMINISTRATOR", "BILLING_ADMINISTRATOR"})
    void isNotAcceptedByAnyOtherRole(AdminRole role) {
        Actor actor = Actors.partnersPerson("mia@alder.example", role);

        assertThat(AgreementRules.mayAccept(actor)).isFalse();
        assertThat(AgreementRules.accept(actor, CURRENT, CURRENT, true))
                .contains(AgreementRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void isNotAcceptedBySomebodyWithoutRoles() {
        assertThat(AgreementRules.mayAccept(MIA)).isFalse();
        assertThat(AgreementRules.accept(MIA, CURRENT, CURRENT, true))
                .contains(AgreementRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void isNotAcceptedWhenANewerVersionCameIntoForceMeanwhile() {
        assertThat(AgreementRules.accept(BEN, OLDER, CURRENT, true)).contains(AgreementRefusal.VERSION_CHANGED);
    }

    @Test
    void isNotAcceptedWhenNoVersionWasShown() {
        assertThat(AgreementRules.accept(BEN, null, CURRENT, true)).contains(AgreementRefusal.VERSION_CHANGED);
    }

    @Test
    void isNotAcceptedWithTheBoxUnticked() {
        assertThat(AgreementRules.accept(BEN, CURRENT, CURRENT, false)).contains(AgreementRefusal.NOT_READ);
    }

    @Test
    void namesTheMissingRoleBeforeAnythingThatThePersonCouldChange() {
        assertThat(AgreementRules.accept(MIA, OLDER, CURRENT, false))
                .contains(AgreementRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void namesTheNewerVersionBeforeTheUntickedBox() {
        assertThat(AgreementRules.accept(BEN, OLDER, CURRENT, false)).contains(AgreementRefusal.VERSION_CHANGED);
    }

    // what is in force

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private static AgreementVersion.Row version(int number, Instant effectiveAt) {
        return new AgreementVersion.Row(new UUID(0, number), "v" + number, false, effectiveAt, NOW, "robin", 0);
    }

    private static List<VersionStatus> statusAt(Instant now, AgreementVersion.Row... versions) {
        return Stream.of(versions)
                .map(version -> AgreementRules.status(version, List.of(versions), now))
                .toList();
    }

    @Test
    void aVersionIsInForceFromItsDateOnAndNotTheInstantBefore() {
        var old = version(1, Instant.EPOCH);
        var next = version(2, NOW);

        assertThat(statusAt(NOW.minusNanos(1_000), old, next))
                .containsExactly(VersionStatus.IN_FORCE, VersionStatus.SCHEDULED);
        assertThat(statusAt(NOW, old, next)).containsExactly(VersionStatus.REPLACED, VersionStatus.IN_FORCE);
    }

    @Test
    void ofTwoWithTheSameDateTheOnePublishedLaterIsInForce() {
        assertThat(statusAt(NOW, version(1, NOW), version(2, NOW)))
                .containsExactly(VersionStatus.REPLACED, VersionStatus.IN_FORCE);
    }

    @Test
    void whatIsPublishedLaterForAnEarlierDateDoesNotReplaceTheLaterOne() {
        assertThat(statusAt(NOW, version(1, NOW.minusSeconds(1)), version(2, NOW.minusSeconds(2))))
                .containsExactly(VersionStatus.IN_FORCE, VersionStatus.REPLACED);
    }

    @Test
    void aCustomerStandsWhereItsAcceptancesPutIt() {
        assertThat(AgreementRules.standing(true, true)).isEqualTo(AgreementStanding.ACCEPTED);
        assertThat(AgreementRules.standing(false, true)).isEqualTo(AgreementStanding.ACCEPT_AGAIN);
        assertThat(AgreementRules.standing(false, false)).isEqualTo(AgreementStanding.NEVER_ACCEPTED);
    }

    // what may be published

    private static final Actor ROBIN = Actors.person("robin@portal.example", AdminRole.OPERATOR);
    private static final String KEPT = "a".repeat(64);

    private static NewAgreement.Text text(String language, String body) {
        return new NewAgreement.Text(language, body, null);
    }

    private static NewAgreement agreement(String name, Instant effectiveAt, NewAgreement.Text... texts) {
        return new NewAgreement(name, effectiveAt, List.of(texts));
    }

    private static NewAgreement sound() {
        return agreement("2026-12", null, text("en", "# Terms"), text("ja", "# 条項"));
    }

    private static List<AgreementRules.Flaw> flaws(Actor actor, NewAgreement version, boolean nameTaken) {
        return AgreementRules.publish(actor, version, nameTaken, KEPT::equals, NOW);
    }

    private static void assertFlaw(NewAgreement version, AgreementRefusal refusal, String field) {
        assertThat(flaws(ROBIN, version, false)).containsExactly(new AgreementRules.Flaw(refusal, field));
    }

    @Test
    void anOperatorPublishesATextInEachLanguage() {
        assertThat(flaws(ROBIN, sound(), false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OPERATOR")
    void nobodyElsePublishes(AdminRole role) {
        Actor other = Actors.partnersPerson("ben@alder.example", role);

        assertThat(flaws(other, sound(), false))
                .containsExactly(new AgreementRules.Flaw(TenantRefusal.NEEDS_OPERATOR, ""));
    }

    @Test
    void aVersionHasANameOfItsOwn() {
        assertFlaw(agreement(" ", null, sound().text("en"), sound().text("ja")), AgreementRefusal.NAME_MISSING, "name");
        assertFlaw(
                agreement("x".repeat(41), null, sound().text("en"), sound().text("ja")),
                AgreementRefusal.NAME_UNSUITABLE,
                "name");
        assertFlaw(
                agreement("2026\u202e", null, sound().text("en"), sound().text("ja")),
                AgreementRefusal.NAME_UNSUITABLE,
                "name");
        assertFlaw(
                agreement("---", null, sound().text("en"), sound().text("ja")),
                AgreementRefusal.NAME_UNSUITABLE,
                "name");
        assertThat(flaws(ROBIN, agreement("x".repeat(40), null, sound().text("en"), sound().text("ja")), false))
                .isEmpty();
        assertThat(flaws(ROBIN, sound(), true))
                .containsExactly(new AgreementRules.Flaw(AgreementRefusal.NAME_TAKEN, "name"));
    }

    @Test
    void itIsNotInForceBeforeItIsPublished() {
        var en = sound().text("en");
        var ja = sound().text("ja");

        assertFlaw(
                agreement("2026-12", NOW.minusNanos(1_000), en, ja), AgreementRefusal.EFFECTIVE_IN_PAST, "effectiveOn");
        assertThat(flaws(ROBIN, agreement("2026-12", NOW, en, ja), false)).isEmpty();
        assertThat(flaws(ROBIN, agreement("2026-12", NOW.plusSeconds(1), en, ja), false))
                .isEmpty();
    }

    @Test
    void everyLanguageHasATextOrAPdf() {
        assertFlaw(agreement("2026-12", null, text("en", "Terms")), AgreementRefusal.TEXT_MISSING, "jaText");
        assertFlaw(
                agreement("2026-12", null, text("en", " "), text("ja", "条項")), AgreementRefusal.TEXT_MISSING, "enText");
        assertFlaw(
                agreement("2026-12", null, text("en", "x".repeat(60_001)), text("ja", "条項")),
                AgreementRefusal.TEXT_TOO_LONG,
                "enText");
        assertThat(flaws(ROBIN, agreement("2026-12", null, text("en", "x".repeat(60_000)), text("ja", "条項")), false))
                .isEmpty();
        assertThat(flaws(
                        ROBIN,
                        agreement("2026-12", null, text("en", "Terms"), new NewAgreement.Text("ja", "", KEPT)),
                        false))
                .isEmpty();
        assertFlaw(
                agreement("2026-12", null, text("en", "Terms"), new NewAgreement.Text("ja", "", "b".repeat(64))),
                AgreementRefusal.FILE_MISSING,
                "jaFile");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        assertThat(flaws(ROBIN, agreement("", NOW.minusSeconds(1)), false))
                .extracting(AgreementRules.Flaw::field)
                .containsExactly("name", "effectiveOn", "enText", "jaText");
    }
}
