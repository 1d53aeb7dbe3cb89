package org.partnerportal.partneraccount;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.partneraccount.PartnerAccountStanding.State;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.RelationshipView.RoleLoss;
import org.partnerportal.relationship.RelationshipView.Went;
import org.partnerportal.shared.PlainText;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantRefusal;
import org.partnerportal.tenant.TenantRules;
import org.partnerportal.tenant.TenantView;

/** Who makes accounts for a partner's people, and what these may do. */
final class PartnerAccountRules {

    /** So many accounts of one relationship, in use or not. */
    static final int MOST = 50;

    static final int LONGEST_NAME = 60;

    private static final int LONGEST_PARTNER = 50;

    private PartnerAccountRules() {}

    /** Asks whether the person may see the accounts of partners' people. */
    static Optional<PartnerAccountRefusal> see(Actor actor) {
        return unless(actor.maySeeRelationships(), PartnerAccountRefusal.NEEDS_READER);
    }

    /** Asks whether the person may make and change them. */
    static Optional<PartnerAccountRefusal> manage(Actor actor) {
        return unless(actor.isAtLeastBillingAdministrator(), PartnerAccountRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    /**
     * Asks whether another account may be made for the relationship.
     *
     * @param partnerActive whether the partner's organisation is in use
     * @param known how many there are
     */
    static Optional<PartnerAccountRefusal> create(
            Actor actor, RelationshipView relationship, boolean partnerActive, long known) {
        return manage(actor)
                .or(() -> unless(
                        relationship.status() == RelationshipStatus.ACTIVE, PartnerAccountRefusal.RELATIONSHIP_OVER))
                .or(() -> unless(partnerActive, PartnerAccountRefusal.PARTNER_DISABLED))
                .or(() -> unless(!relationship.roles().isEmpty(), PartnerAccountRefusal.NO_ROLES_LEFT))
                .or(() -> unless(known < MOST, PartnerAccountRefusal.TOO_MANY));
    }

    /**
     * Everything that is wrong with a new account.
     *
     * @param actor who makes it
     * @param granted what the relationship gives now
     * @param emailTaken whether somebody signs in with the address
     * @param emailOwn whether it is an address of the organisation itself
     */
    static Stream<Refusal> account(
            Actor actor,
            String name,
            String email,
            String language,
            Set<String> roles,
            Set<String> granted,
            boolean emailTaken,
            boolean emailOwn) {
        return Stream.concat(
                // the name's own limit is shorter
                TenantRules.person(name, email, language).filter(refusal -> refusal != TenantRefusal.NAME_MALFORMED),
                Stream.of(
                                unless(PlainText.isLine(name, LONGEST_NAME), PartnerAccountRefusal.NAME_MALFORMED),
                                unless(!emailTaken, PartnerAccountRefusal.EMAIL_TAKEN),
                                unless(!emailOwn, PartnerAccountRefusal.EMAIL_OWN),
                                unless(!roles.isEmpty(), PartnerAccountRefusal.ROLES_MISSING),
                                unless(granted.containsAll(roles), PartnerAccountRefusal.ROLES_NOT_GRANTED),
                                unless(
                                        !granted.containsAll(roles) || mayGive(actor, roles),
                                        PartnerAccountRefusal.ROLES_NEED_GLOBAL_ADMINISTRATOR))
                        .flatMap(Optional::stream));
    }

    /** Roles that reach administrators would let whoever gives them become one: they take the highest of these. */
    private static boolean mayGive(Actor actor, Set<String> roles) {
        return actor.holds(AdminRole.GLOBAL_ADMINISTRATOR)
                || Collections.disjoint(roles, Permission.RESET_ADMIN_PASSWORDS.roles());
    }

    /**
     * Asks whether an account may be switched on again.
     *
     * @param relationship the relationship that it is for
     */
    static Optional<PartnerAccountRefusal> enable(Actor actor, RelationshipView relationship) {
        return manage(actor)
                .or(() -> unless(
                        relationship.status() == RelationshipStatus.ACTIVE, PartnerAccountRefusal.RELATIONSHIP_OVER));
    }

    /** The roles that work: what the account was given, as far as the relationship gives it now. */
    static Set<String> inForce(Set<String> held, Set<String> granted) {
        Set<String> both = new TreeSet<>(held);
        both.retainAll(granted);
        return both;
    }

    /**
     * How things stand with an account, what went last in front of what went before.
     *
     * @param held what the customer let the account have and did not take from it
     * @param taken what it took from this account alone
     * @param relationship the relationship that it is for
     * @param employer the partner
     */
    static PartnerAccountStanding standing(
            Set<String> held, List<Went> taken, RelationshipView relationship, TenantView employer) {
        if (relationship.status() != RelationshipStatus.ACTIVE) {
            Instant end = relationship.endedAt() == null ? relationship.endsAt() : relationship.endedAt();
            return new PartnerAccountStanding(
                    State.RELATIONSHIP_OVER, employer.name(), end, List.of(), Set.of(), false);
        }
        if (!employer.active()) {
            return new PartnerAccountStanding(
                    State.EMPLOYER_DISABLED, employer.name(), null, List.of(), Set.of(), false);
        }
        Set<String> left = inForce(held, relationship.roles());
        boolean granted = !relationship.roles().isEmpty();
        Stream<Went> removed = relationship.went().stream().filter(each -> held.contains(each.role()));
        List<RoleLoss> losses = RoleLoss.of(Stream.concat(removed, taken.stream()));
        if (!losses.isEmpty()) {
            return new PartnerAccountStanding(State.ROLES_REMOVED, employer.name(), null, losses, left, granted);
        }
        return new PartnerAccountStanding(
                left.isEmpty() ? State.ROLES_TAKEN : State.WORKS, employer.name(), null, List.of(), left, granted);
    }

    /** What the account is called: wherever a person is named, the partner stands behind the name. */
    static String displayName(String name, String partner) {
        boolean fits = partner.codePointCount(0, partner.length()) <= LONGEST_PARTNER;
        String shown = fits ? partner : partner.substring(0, partner.offsetByCodePoints(0, LONGEST_PARTNER - 1)) + "…";
        return name + " (" + shown + ")";
    }

    private static Optional<PartnerAccountRefusal> unless(boolean fine, PartnerAccountRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
