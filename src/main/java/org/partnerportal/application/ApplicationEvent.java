package org.partnerportal.application;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to an app or one of its versions. */
public sealed interface ApplicationEvent extends TrailEvent {

    /**
     * What events tell of an app.
     *
     * @param number the version that it is about; empty where it is about the app
     * @param sha256 of the version's package; empty likewise
     */
    record Facts(UUID id, TenantId customer, TenantId partner, String name, String number, String sha256) {}

    Facts application();

    /** The version, or the app where it is about the app. */
    @Override
    UUID subject();

    @Override
    default String kind() {
        return "Application" + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId customer() {
        return application().customer();
    }

    @Override
    default TenantId partner() {
        return application().partner();
    }

    @Override
    default Map<String, String> details() {
        return Map.of(
                "application", application().name(),
                "applicationVersion", application().number(),
                "sha256", application().sha256());
    }

    /** What the partner does before it submits is not the customer's business. */
    sealed interface Preparation extends ApplicationEvent {

        @Override
        default @Nullable TenantId customer() {
            return null;
        }
    }

    /** The partner made an entry for the app. */
    record Added(Instant at, Who who, Facts application) implements Preparation {

        @Override
        public UUID subject() {
            return application.id();
        }
    }

    /**
     * The partner changed the app's entry.
     *
     * @param nameBefore how the app was called before; empty where its name stays
     * @param known whether the customer has got to know of the app by a version that was submitted
     */
    record Edited(Instant at, Who who, Facts application, String nameBefore, boolean known)
            implements ApplicationEvent {

        @Override
        public UUID subject() {
            return application.id();
        }

        @Override
        public @Nullable TenantId customer() {
            return known ? application.customer() : null;
        }

        @Override
        public Map<String, String> details() {
            return Map.of("application", application.name(), "nameBefore", nameBefore);
        }
    }

    /** The partner uploaded a version. */
    record Uploaded(Instant at, Who who, Facts application, UUID subject) implements Preparation {}

    /** The partner deleted a version that was never approved. */
    record Deleted(Instant at, Who who, Facts application, UUID subject) implements Preparation {}

    /** A version waits for the customer's decision. */
    record Submitted(Instant at, Who who, Facts application, UUID subject) implements ApplicationEvent {}

    /** The partner took it back. */
    record Withdrawn(Instant at, Who who, Facts application, UUID subject) implements ApplicationEvent {}

    /**
     * The customer approved it.
     *
     * @param submitter the account of whoever submitted it, or null
     */
    record Approved(
            Instant at,
            Who who,
            Facts application,
            UUID subject,
            @Nullable UUID submitter) implements ApplicationEvent {}

    /**
     * The customer rejected it.
     *
     * @param submitter the account of whoever submitted it, or null
     */
    record Rejected(
            Instant at,
            Who who,
            Facts application,
            UUID subject,
            @Nullable UUID submitter,
            String reason) implements ApplicationEvent {

        @Override
        public Map<String, String> details() {
            return Map.of(
                    "application", application.name(),
                    "applicationVersion", application.number(),
                    "sha256", application.sha256(),
                    "reason", reason);
        }
    }

    /** It is no longer offered; either side may do that. */
    record Retired(Instant at, Who who, Facts application, UUID subject) implements ApplicationEvent {}
}
