package org.partnerportal.invitation;

import static org.partnerportal.invitation.OfferBuilder.offer;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The people and states of the invitation tests: Sam of Brightwater, a partner, invites Ben of Alder to 90 days of GDAP
 * with two roles, for 30 days.
 */
final class Invitations {

    static final Instant SENT = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant EXPIRY = Instant.parse("2026-04-01T09:00:00Z");

    /** A day on which the invitation waits. */
    static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    /** The last moment that a database keeps apart from the expiry. */
    static final Instant MICROSECOND_BEFORE_EXPIRY = EXPIRY.minus(Duration.ofNanos(1_000));

    static final TenantId BRIGHTWATER = Actors.tenant("brightwater.example");
    static final Actor SAM = Actors.adminAgent("sam@brightwater.example");
    static final Actor LENA = Actors.salesAgent("lena@brightwater.example");
    static final Actor NOAH = Actors.helpdeskAgent("noah@brightwater.example");

    static final TenantId ALDER = Actors.tenant("alder.example");
    static final Actor BEN = Actors.billingAdministrator("ben@alder.example");
    static final Actor OLIVIA = Actors.globalAdministrator("olivia@alder.example");
    static final Actor RUTH = Actors.relationshipAdministrator("ruth@alder.example");
    static final Actor BEN_WITHOUT_ROLES = Actors.person("ben@alder.example");
    static final Actor MIA_WITHOUT_ROLES = Actors.person("mia@alder.example");

    static final String SERVICE_SUPPORT = "f023fd81-a637-4b56-95fd-791ac0226033";
    static final String LICENSE = "4d6ac14f-3453-41d0-bef9-a3e0c569773a";
    static final Set<String> OFFERED_ROLES = Set.of(SERVICE_SUPPORT, LICENSE);
    static final String ROLE_NOT_OFFERED = EntraRole.HELPDESK_ADMINISTRATOR;
    static final Integer OFFERED_DAYS = 90;

    static final Link FIRST_LINK = new Link("first");

    static final UUID AGREEMENT = UUID.fromString("0199b0e0-0000-7000-8000-000000000001");
    static final UUID OLDER_AGREEMENT = UUID.fromString("0199b0e0-0000-7000-8000-000000000000");

    /** The usual case: everybody is in use, and the customer has not accepted the agreement yet. */
    static final Circumstances AGREEMENT_OPEN = new Circumstances(true, false, false, AGREEMENT);

    static final Circumstances AGREEMENT_ACCEPTED = new Circumstances(true, false, true, AGREEMENT);
    static final Circumstances PARTNER_SWITCHED_OFF = new Circumstances(false, false, false, AGREEMENT);
    static final Circumstances NEEDS_GLOBAL_ADMINISTRATOR = new Circumstances(true, true, true, AGREEMENT);

    private Invitations() {}

    static Invitation pending() {
        return pending(PartnerType.GDAP);
    }

    static Invitation pending(PartnerType type) {
        return offer(type).sent();
    }

    /** An invitation for Ben that names his organisation, so that his colleagues see it too. */
    static Invitation forAlder(PartnerType type) {
        return offer(type).customer(ALDER).sent();
    }

    /** An invitation as the database would hold it, also in a status that no verb leads to yet. */
    static Invitation stored(InvitationStatus status) {
        Invitation invitation = pending();
        ReflectionTestUtils.setField(invitation, "status", status);
        return invitation;
    }

    /** An invitation for Ben for which he has asked for fewer roles and days. */
    static Invitation withChangesRequested() {
        Invitation invitation = pending();
        invitation.requestChanges(fewer(), BEN, AGREEMENT_OPEN, role -> true, NOW);
        return invitation;
    }

    /** One of the two roles offered, for a third of the days. */
    static Terms fewer() {
        return new Terms(1, Set.of(LICENSE), 30, false, "");
    }

    /** Everything as offered, the agreement read. */
    static Acceptance everything() {
        return granting(OFFERED_ROLES);
    }

    /** Everything as offered of a type that takes neither roles nor days. */
    static Acceptance nothingToChoose() {
        return new Acceptance(1, Set.of(), null, AGREEMENT, "en", true);
    }

    static Acceptance granting(Set<String> roles) {
        return new Acceptance(1, roles, OFFERED_DAYS, AGREEMENT, "en", true);
    }

    static Acceptance grantingDays(@Nullable Integer days) {
        return new Acceptance(1, OFFERED_ROLES, days, AGREEMENT, "en", true);
    }

    static Acceptance ofTerms(int termsVersion) {
        return new Acceptance(termsVersion, OFFERED_ROLES, OFFERED_DAYS, AGREEMENT, "en", true);
    }

    static Acceptance ofAgreement(@Nullable UUID agreement) {
        return new Acceptance(1, OFFERED_ROLES, OFFERED_DAYS, agreement, "en", true);
    }

    static Acceptance withBoxUnticked() {
        return new Acceptance(1, OFFERED_ROLES, OFFERED_DAYS, AGREEMENT, "en", false);
    }
}
