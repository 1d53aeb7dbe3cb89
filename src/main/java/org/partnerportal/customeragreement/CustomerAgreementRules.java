package org.partnerportal.customeragreement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;

/** When a partner may buy for a customer, ask it to accept the agreement, and read its records. */
public final class CustomerAgreementRules {

    private static final Duration BETWEEN_REQUESTS = Duration.ofHours(24);

    private static final Duration BETWEEN_CLICKS = Duration.ofMinutes(1);

    private CustomerAgreementRules() {}

    /**
     * Asks whether the person may buy or change subscriptions on the customer's behalf. Whatever sells asks this.
     *
     * @param relationships all that the partner has, or had, with the customer
     * @param accepted whether the customer has accepted the agreement in force
     */
    public static Optional<CustomerAgreementRefusal> purchase(
            Actor actor, List<RelationshipView> relationships, boolean accepted) {
        if (!mayAct(actor)) {
            return Optional.of(CustomerAgreementRefusal.NEEDS_ADMIN_OR_SALES_AGENT);
        }
        if (inForce(relationships).noneMatch(relationship -> relationship.type().sellsSubscriptions())) {
            return Optional.of(CustomerAgreementRefusal.NEEDS_RESELLER);
        }
        return accepted ? Optional.empty() : Optional.of(CustomerAgreementRefusal.AGREEMENT_NOT_ACCEPTED);
    }

    /**
     * Asks whether the person may ask the customer to accept.
     *
     * @param askedAt when the partner last asked, or null
     */
    static Optional<CustomerAgreementRefusal> ask(
            Actor actor,
            List<RelationshipView> relationships,
            boolean accepted,
            @Nullable Instant askedAt,
            Instant now) {
        if (inForce(relationships).findAny().isEmpty()) {
            return Optional.of(CustomerAgreementRefusal.NO_RELATIONSHIP);
        }
        if (accepted) {
            return Optional.of(CustomerAgreementRefusal.ALREADY_ACCEPTED);
        }
        if (!mayAct(actor)) {
            return Optional.of(CustomerAgreementRefusal.NEEDS_ADMIN_OR_SALES_AGENT);
        }
        return askedAt != null && now.isBefore(askedAt.plus(BETWEEN_REQUESTS))
                ? Optional.of(CustomerAgreementRefusal.ASKED_TODAY)
                : Optional.empty();
    }

    /** Whether the same person asks again so soon that it is the second click of two. */
    static boolean isSecondClick(Instant askedAt, Instant now) {
        return now.isBefore(askedAt.plus(BETWEEN_CLICKS));
    }

    /**
     * Whether a record that was made then is the partner's too: whoever worked for the customer at that time or later has
     * it for ever; what the customer accepts after the last relationship ended is no longer the partner's.
     */
    static boolean reads(Instant acceptedAt, List<RelationshipView> relationships) {
        return relationships.stream().anyMatch(relationship -> {
            Instant end = relationship.endedAt() != null ? relationship.endedAt() : relationship.endsAt();
            return relationship.status() == RelationshipStatus.ACTIVE || end == null || acceptedAt.isBefore(end);
        });
    }

    private static boolean mayAct(Actor actor) {
        return actor.partner() && (actor.holds(AdminRole.ADMIN_AGENT) || actor.holds(AdminRole.SALES_AGENT));
    }

    private static Stream<RelationshipView> inForce(List<RelationshipView> relationships) {
        return relationships.stream().filter(relationship -> relationship.status() == RelationshipStatus.ACTIVE);
    }
}
