package org.partnerportal.invitation;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Origin;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Sends and answers invitations for tests. */
@TestComponent
public class InvitationFixture {

    public static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";
    public static final String SERVICE_SUPPORT_ADMINISTRATOR = "f023fd81-a637-4b56-95fd-791ac0226033";
    public static final Origin ORIGIN = new Origin("192.0.2.1", "Test browser");

    private final InvitationService invitations;
    private final InvitationRepository repository;
    private final AgreementService agreements;
    private final ApplicationEventPublisher events;

    InvitationFixture(
            InvitationService invitations,
            InvitationRepository repository,
            AgreementService agreements,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.repository = repository;
        this.agreements = agreements;
        this.events = events;
    }

    static Offer offer(String email, PartnerType type, @Nullable TenantId customer) {
        Set<String> roles = type.takesRoles() ? Set.of(USER_ADMINISTRATOR, SERVICE_SUPPORT_ADMINISTRATOR) : Set.of();
        return new Offer(
                email, customer, "en", type, "", roles, type.isTimeLimited() ? 100 : null, false, "Good day", 30);
    }

    /** A GDAP offer to that person, with two roles and 100 days. */
    public UUID send(Actor partner, Actor to) {
        return send(partner, to, PartnerType.GDAP);
    }

    public UUID send(Actor partner, Actor to, PartnerType type) {
        return invitations
                .send(partner, Ids.next(), offer(to.email(), type, null))
                .invitation();
    }

    /** The link's token, which only sending shows. */
    public String sendForToken(Actor partner, Actor to) {
        return invitations
                .send(partner, Ids.next(), offer(to.email(), PartnerType.GDAP, null))
                .link()
                .token();
    }

    /** The same offer, naming the customer, so that colleagues may answer too. */
    public UUID sendToCustomer(Actor partner, Actor to) {
        return invitations
                .send(partner, Ids.next(), offer(to.email(), PartnerType.GDAP, to.tenant()))
                .invitation();
    }

    /** An offer to renew that GDAP relationship, with the same two roles and 100 days. */
    public UUID renew(Actor partner, Actor to, UUID relationship) {
        return invitations
                .send(partner, Ids.next(), offer(to.email(), PartnerType.GDAP, to.tenant()), relationship, null)
                .invitation();
    }

    /** An offer without roles because of a request for contact; the customer may be named because it asked. */
    public UUID answer(Actor partner, String to, @Nullable TenantId customer, UUID referral) {
        return invitations
                .send(partner, Ids.next(), offer(to, PartnerType.RESELLER, customer), null, referral)
                .invitation();
    }

    /** What accepting everything looks like, as the page shows it now. */
    @Transactional(readOnly = true)
    Acceptance everything(UUID invitation) {
        InvitationView view = repository.findById(invitation).orElseThrow().view(Instant.EPOCH);
        return new Acceptance(
                view.termsVersion(),
                view.type().takesRoles() ? roles(view) : Set.of(),
                view.durationDays(),
                agreements.current(Locale.ENGLISH).id(),
                "en",
                true);
    }

    private static Set<String> roles(InvitationView view) {
        return Set.of(USER_ADMINISTRATOR, SERVICE_SUPPORT_ADMINISTRATOR);
    }

    /** Sends and accepts: a relationship that is there. */
    @Transactional
    public UUID relationship(Actor partner, Actor customer, PartnerType type) {
        UUID invitation = send(partner, customer, type);
        accept(customer, invitation);
        return invitations.sentOne(partner, invitation).relationshipId();
    }

    @Transactional
    public void accept(Actor customer, UUID invitation) {
        invitations.accept(customer, invitation, everything(invitation), ORIGIN);
    }

    /** Asks for one of the two roles and half the days. */
    public void requestChanges(Actor customer, UUID invitation) {
        requestChanges(customer, invitation, Set.of(SERVICE_SUPPORT_ADMINISTRATOR), 50, "");
    }

    public void requestChanges(
            Actor customer, UUID invitation, Set<String> roles, @Nullable Integer days, String note) {
        int version = invitations.received(customer, invitation).termsVersion();
        invitations.requestChanges(customer, invitation, new Terms(version, roles, days, false, note));
    }

    /** Offers both roles for that many days instead, without a note; the new link's token. */
    public String revise(Actor partner, UUID invitation, int days) {
        int version = invitations.sentOne(partner, invitation).termsVersion();
        var both = Set.of(USER_ADMINISTRATOR, SERVICE_SUPPORT_ADMINISTRATOR);
        return invitations
                .revise(partner, invitation, new Terms(version, both, days, false, ""))
                .orElseThrow()
                .link()
                .token();
    }

    /** Resends with a new link. */
    public void resend(Actor partner, UUID invitation) {
        invitations.resend(partner, invitation);
    }

    /** Has the mail that got stuck sent once more; whether there was anything to do. */
    public boolean sendAgain(Actor partner, UUID invitation) {
        return invitations.sendAgain(partner, invitation);
    }

    public void decline(Actor customer, UUID invitation) {
        invitations.decline(customer, invitation, "");
    }

    /** Lets its time run out. */
    @Transactional
    public void lapse(UUID invitation) {
        Invitation found = repository.lock(invitation).orElseThrow();
        Instant expiry = found.expiresAt();
        found.lapse(expiry);
        events.publishEvent(new InvitationEvent.Lapsed(expiry, Who.PORTAL, found.facts()));
    }

    public void withdraw(Actor partner, UUID invitation) {
        invitations.withdraw(partner, invitation);
    }
}
