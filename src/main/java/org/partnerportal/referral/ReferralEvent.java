package org.partnerportal.referral;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to a request that the partner has. What the customer needs is never told to the trail. */
public sealed interface ReferralEvent extends TrailEvent {

    ReferralFacts referral();

    @Override
    default String kind() {
        return "Referral" + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId customer() {
        return referral().customer();
    }

    @Override
    default TenantId partner() {
        return referral().partner();
    }

    @Override
    default UUID subject() {
        return referral().id();
    }

    @Override
    default Map<String, String> details() {
        return Map.of("reference", referral().reference());
    }

    /**
     * The partner has it: sent by somebody who is signed in, or confirmed by the mailed link.
     *
     * @param request everything that was sent, for the sender's copy
     */
    record Received(Instant at, Who who, ReferralFacts referral, ReferralView request) implements ReferralEvent {

        @Override
        public Map<String, String> details() {
            return Map.of(
                    "reference",
                    referral().reference(),
                    "contactPerson",
                    referral().name());
        }
    }

    /** Somebody of the partner took it. */
    record Taken(Instant at, Who who, ReferralFacts referral, UUID assignee, String assigneeName)
            implements ReferralEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("reference", referral().reference(), "person", assigneeName);
        }
    }

    /** The partner gave it to another of its people. */
    record Assigned(Instant at, Who who, ReferralFacts referral, UUID assignee, String assigneeName)
            implements ReferralEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("reference", referral().reference(), "person", assigneeName);
        }
    }

    /** Nobody has taken it for 14 days. */
    record Reminded(Instant at, Who who, ReferralFacts referral) implements ReferralEvent {

        @Override
        public @Nullable TenantId customer() {
            return null;
        }
    }

    /** The partner sent an invitation because of it. */
    record Invited(Instant at, Who who, ReferralFacts referral, boolean toSender) implements ReferralEvent {

        /** Whom the partner invites instead is no business of the customer's. */
        @Override
        public @Nullable TenantId customer() {
            return toSender ? referral.customer() : null;
        }
    }

    /**
     * The partner has won a customer: the invitation was accepted, or the partner says so.
     *
     * @param withOthers whether others accepted, whom the partner invited instead of the sender
     */
    record Won(Instant at, Who who, ReferralFacts referral, String message, boolean withOthers)
            implements ReferralEvent {

        @Override
        public @Nullable TenantId customer() {
            return withOthers ? null : referral.customer();
        }
    }

    /** The partner closed it: nothing came of it. */
    record Lost(Instant at, Who who, ReferralFacts referral, String message) implements ReferralEvent {}

    /** The partner does not take it on. */
    record Declined(Instant at, Who who, ReferralFacts referral, String message) implements ReferralEvent {}

    /** Nobody took it for 30 days. */
    record Expired(Instant at, Who who, ReferralFacts referral) implements ReferralEvent {}

    /** The customer took it back. */
    record Withdrawn(Instant at, Who who, ReferralFacts referral) implements ReferralEvent {}
}
