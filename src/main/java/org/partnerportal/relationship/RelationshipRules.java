package org.partnerportal.relationship;

import static org.partnerportal.entrarole.EntraRole.GLOBAL_ADMINISTRATOR;
import static org.partnerportal.tenant.AdminRole.ADMIN_AGENT;
import static org.partnerportal.tenant.AdminRole.CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.RelationshipActions.Destination;
import org.partnerportal.tenant.Actor;

/** What may be done with a relationship, by whom, and what it gives at a point in time. */
public final class RelationshipRules {

    /**
     * The same as {@link #statusAt} being active, for queries of a relationship r: its time is not over, and an extension that
     * is due counts. Auto-extend goes off with the last role and is refused with Global Administrator, so that no query needs
     * to look at the roles.
     */
    public static final String IN_FORCE =
            "r.status = ACTIVE and (r.endsAt is null or r.endsAt > :now or r.autoExtend = true)";

    private static final Duration EXTENSION = Duration.ofDays(180);
    private static final Duration TIME_TO_ANSWER = Duration.ofHours(1);

    private RelationshipRules() {}

    /** Asks whether the person may see the organisation's partner relationships and their history. */
    static Optional<RelationshipRefusal> see(Actor actor) {
        return actor.maySeeRelationships() ? Optional.empty() : Optional.of(RelationshipRefusal.NEEDS_READER);
    }

    /** Asks whether the person may see the customers of the own organisation. */
    static Optional<RelationshipRefusal> seeCustomers(Actor actor) {
        return actor.isAgent() ? Optional.empty() : Optional.of(RelationshipRefusal.NEEDS_AGENT);
    }

    /**
     * Asks whether the person may take all roles away. Reasons that no person could change come first, so that nobody is
     * sent to a colleague for nothing.
     */
    static Optional<RelationshipRefusal> removeRoles(RelationshipState relationship, Actor actor, Instant now) {
        return switch (relationship.type().rolePolicy()) {
            case NONE -> Optional.of(RelationshipRefusal.TYPE_HAS_NO_ROLES);
            case NOT_ASSIGNABLE -> Optional.of(RelationshipRefusal.ROLES_NOT_ASSIGNABLE);
            case FIXED, ANY -> removeHeldRoles(relationship, actor, now);
        };
    }

    private static Optional<RelationshipRefusal> removeHeldRoles(
            RelationshipState relationship, Actor actor, Instant now) {
        Optional<RelationshipRefusal> over = over(relationship, now);
        if (over.isPresent()) {
            return over;
        }
        if (relationship.heldRoles().isEmpty()) {
            return Optional.of(RelationshipRefusal.ROLES_ALREADY_REMOVED);
        }
        return mayManage(relationship.type(), actor)
                ? Optional.empty()
                : Optional.of(RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    /** Asks whether the person may take these roles away and leave the others. */
    static Optional<RelationshipRefusal> removeRoles(
            RelationshipState relationship, Set<String> roles, Actor actor, Instant now) {
        return removeRoles(relationship, actor, now)
                .or(() -> relationship.heldRoles().containsAll(roles)
                        ? Optional.empty()
                        : Optional.of(RelationshipRefusal.ROLE_ALREADY_REMOVED));
    }

    /** Whether this person, who may remove the roles, finds them removed already. */
    static boolean areRolesGone(RelationshipState relationship, Actor actor, Instant now) {
        return mayManage(relationship.type(), actor)
                && removeRoles(relationship, actor, now).equals(Optional.of(RelationshipRefusal.ROLES_ALREADY_REMOVED));
    }

    /** Asks whether the person may give it an earlier end at all. */
    static Optional<RelationshipRefusal> mayShorten(RelationshipState relationship, Actor actor, Instant now) {
        return changeTime(relationship, now).or(() -> customer(actor));
    }

    /** Asks whether the person may give it that earlier end. */
    static Optional<RelationshipRefusal> shorten(
            RelationshipState relationship, Instant until, Actor actor, Instant now) {
        Optional<RelationshipRefusal> refused = mayShorten(relationship, actor, now);
        if (refused.isPresent()) {
            return refused;
        }
        if (!until.isAfter(now)) {
            return Optional.of(RelationshipRefusal.END_IN_PAST);
        }
        Instant end = endAt(relationship, now);
        return end != null && until.isBefore(end) ? Optional.empty() : Optional.of(RelationshipRefusal.END_NOT_EARLIER);
    }

    /** Whether this person, who may shorten it, finds it cut to that end already. */
    static boolean isShortened(RelationshipState relationship, Instant until, Actor actor) {
        return customer(actor).isEmpty()
                && relationship.customerCut()
                && !relationship.autoExtend()
                && until.equals(relationship.endsAt());
    }

    /**
     * Asks whether the customer's person, who was shown that end, may switch auto-extend off. An extension in the moment
     * between question and answer is undone; a page that is older than that is stale.
     */
    static Optional<RelationshipRefusal> switchAutoExtendOff(
            RelationshipState relationship, Instant shownEnd, Actor actor, Instant now) {
        Optional<RelationshipRefusal> refused = switchAutoExtend(relationship, false, Side.CUSTOMER, actor, now);
        if (refused.isPresent() || !relationship.autoExtend() || !shownEnd.isBefore(relationship.endsAt())) {
            return refused;
        }
        boolean justExtended =
                shownEnd.plus(EXTENSION).equals(relationship.endsAt()) && !now.isAfter(shownEnd.plus(TIME_TO_ANSWER));
        return justExtended ? Optional.empty() : Optional.of(RelationshipRefusal.END_STALE);
    }

    /** Asks whether the person, on that side, may switch auto-extend on or off. */
    static Optional<RelationshipRefusal> switchAutoExtend(
            RelationshipState relationship, boolean on, Side side, Actor actor, Instant now) {
        Optional<RelationshipRefusal> refused = changeTime(relationship, now).or(() -> person(side, actor));
        if (refused.isPresent() || !on) {
            return refused;
        }
        if (relationship.heldRoles().contains(GLOBAL_ADMINISTRATOR)) {
            return Optional.of(RelationshipRefusal.AUTO_EXTEND_WITH_GLOBAL_ADMINISTRATOR);
        }
        if (relationship.heldRoles().isEmpty()) {
            return Optional.of(RelationshipRefusal.AUTO_EXTEND_WITHOUT_ROLES);
        }
        return side == Side.PARTNER && relationship.customerCut()
                ? Optional.of(RelationshipRefusal.CUT_BY_CUSTOMER)
                : Optional.empty();
    }

    /** Asks whether the person, on that side, may end the whole relationship. */
    static Optional<RelationshipRefusal> end(RelationshipState relationship, Side side, Actor actor, Instant now) {
        return over(relationship, now).or(() -> person(side, actor));
    }

    /** Asks whether another relationship may take its place, before or after its end: once only. */
    public static Optional<RelationshipRefusal> giveWay(@Nullable UUID renewedBy) {
        return renewedBy == null ? Optional.empty() : Optional.of(RelationshipRefusal.ALREADY_RENEWED);
    }

    private static Optional<RelationshipRefusal> changeTime(RelationshipState relationship, Instant now) {
        return relationship.type().isTimeLimited()
                ? over(relationship, now)
                : Optional.of(RelationshipRefusal.TYPE_HAS_NO_END);
    }

    private static Optional<RelationshipRefusal> over(RelationshipState relationship, Instant now) {
        return switch (statusAt(relationship, now)) {
            case ACTIVE -> Optional.empty();
            case ENDED -> Optional.of(RelationshipRefusal.RELATIONSHIP_ENDED);
            case EXPIRED -> Optional.of(RelationshipRefusal.ACCESS_ENDED);
        };
    }

    private static Optional<RelationshipRefusal> person(Side side, Actor actor) {
        return switch (side) {
            case CUSTOMER -> customer(actor);
            case PARTNER -> manageCustomers(actor);
        };
    }

    private static Optional<RelationshipRefusal> customer(Actor actor) {
        return actor.isAtLeastBillingAdministrator()
                ? Optional.empty()
                : Optional.of(RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    /** Asks whether the person may change what the own organisation has with its customers. */
    public static Optional<RelationshipRefusal> manageCustomers(Actor actor) {
        return actor.partner() && actor.holds(ADMIN_AGENT)
                ? Optional.empty()
                : Optional.of(RelationshipRefusal.NEEDS_ADMIN_AGENT);
    }

    /** Whether the person may begin or change a relationship of that type. */
    public static boolean mayManage(PartnerType type, Actor actor) {
        return actor.isAtLeastBillingAdministrator()
                || (type == PartnerType.GDAP && actor.holds(CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR));
    }

    /** Where the relationship leads a person on that side. Accounts and groups can be looked at when it is over, too. */
    static Set<Destination> destinations(RelationshipState relationship, Side side, Actor actor, Instant now) {
        PartnerType type = relationship.type();
        boolean inForce = statusAt(relationship, now) == RelationshipStatus.ACTIVE;
        return Stream.of(Destination.values())
                .filter(destination -> destination.side() == side && leadsTo(destination, type, inForce, actor))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean leadsTo(Destination destination, PartnerType type, boolean inForce, Actor actor) {
        return switch (destination) {
            case ACCOUNTS -> type == PartnerType.PARTNER;
            case SOFTWARE_ON_OFFER -> inForce && type.offersSoftware() && actor.isAtLeastBillingAdministrator();
            case MPSA_PARTNERS -> inForce && type == PartnerType.MPSA;
            case ASSIGNMENTS -> type.holdsRoles();
            case DEVICES -> inForce && type.registersDevices() && actor.maySendInvitations();
            case APPLICATIONS -> inForce && type.developsApplications() && actor.holds(ADMIN_AGENT);
            case SOFTWARE -> inForce && type.offersSoftware() && actor.holds(ADMIN_AGENT);
            case MPSA_PURCHASES -> inForce && type == PartnerType.MPSA && actor.maySendInvitations();
        };
    }

    /** Where the relationship stands at that time: whatever jobs have run, an end that is reached is an end. */
    static RelationshipStatus statusAt(RelationshipState relationship, Instant now) {
        Instant end = endAt(relationship, now);
        boolean over = end != null && !now.isBefore(end);
        return relationship.stored() == RelationshipStatus.ACTIVE && over
                ? RelationshipStatus.EXPIRED
                : relationship.stored();
    }

    /**
     * When the time is over, as far as is known at that instant: an extension that is due counts, whatever jobs have run.
     *
     * @return null without a limit
     */
    static @Nullable Instant endAt(RelationshipState relationship, Instant now) {
        Instant end = relationship.endsAt();
        if (end == null || now.isBefore(end) || !extendsItself(relationship)) {
            return end;
        }
        long times = Duration.between(end, now).dividedBy(EXTENSION) + 1;
        return end.plus(EXTENSION.multipliedBy(times));
    }

    /** Whether its end moves by itself when it comes. Never with Global Administrator, and never without roles. */
    static boolean extendsItself(RelationshipState relationship) {
        return relationship.autoExtend()
                && relationship.stored() == RelationshipStatus.ACTIVE
                && !relationship.heldRoles().isEmpty()
                && !relationship.heldRoles().contains(GLOBAL_ADMINISTRATOR);
    }

    /** Whether the roles work at that time. */
    static boolean givesAccess(RelationshipState relationship, Instant now) {
        return statusAt(relationship, now) == RelationshipStatus.ACTIVE
                && !relationship.heldRoles().isEmpty();
    }
}
