package org.partnerportal.notification;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to an organisation's address; no partner takes part. */
public sealed interface NotificationAddressEvent extends TrailEvent {

    String email();

    Set<MailTopic> topics();

    @Override
    default String kind() {
        return "NotificationAddress" + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId partner() {
        return null;
    }

    @Override
    default Map<String, String> details() {
        String joined = new TreeSet<>(topics()).stream().map(Enum::name).collect(Collectors.joining(","));
        return Map.of("address", email(), "topics", joined);
    }

    /**
     * Somebody added it; it gets a mail with a link to confirm it.
     *
     * @param language the language of its mails
     * @param path the link, below the portal's own address
     */
    record Added(
            Instant at,
            Who who,
            TenantId customer,
            UUID subject,
            String email,
            Set<MailTopic> topics,
            String language,
            String path)
            implements NotificationAddressEvent {

        @Override
        public String toString() {
            return "NotificationAddressAdded[" + subject + "]"; // never the link
        }
    }

    /** Whoever reads it confirmed it. */
    record Confirmed(Instant at, Who who, TenantId customer, UUID subject, String email, Set<MailTopic> topics)
            implements NotificationAddressEvent {}

    /** Somebody chose other topics for it. */
    record Changed(Instant at, Who who, TenantId customer, UUID subject, String email, Set<MailTopic> topics)
            implements NotificationAddressEvent {}

    /** Somebody took it away. */
    record Removed(Instant at, Who who, TenantId customer, UUID subject, String email, Set<MailTopic> topics)
            implements NotificationAddressEvent {}
}
