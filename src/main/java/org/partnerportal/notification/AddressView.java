package org.partnerportal.notification;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation's address, as its page shows it. */
record AddressView(
        UUID id,
        String email,
        String language,
        String addedBy,
        Instant addedAt,
        @Nullable Instant confirmedAt,
        Set<MailTopic> topics) {}
