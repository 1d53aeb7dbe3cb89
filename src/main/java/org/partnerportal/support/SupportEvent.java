package org.partnerportal.support;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.OnBehalfEvent;
import org.partnerportal.shared.TenantId;

/** Something that happened to a service request. What people write is never told to the trail. */
public sealed interface SupportEvent extends OnBehalfEvent {

    SupportFacts request();

    /** Who is to know. */
    Readers readers();

    /** The organisation whose request it is. */
    default String organisation() {
        return center().tenantName();
    }

    /** The partner whose person acted on that organisation's behalf, or null. */
    default @Nullable String partnerName() {
        return center().onBehalf() ? center().actor().tenantName() : null;
    }

    @Override
    default String kind() {
        return "Support" + getClass().getSimpleName();
    }

    @Override
    default UUID subject() {
        return request().id();
    }

    @Override
    default Map<String, String> details() {
        return Map.of("reference", request().reference());
    }

    /**
     * Somebody who is told, and still has access to the request.
     *
     * @param account the person
     * @param path where the person reads it
     */
    record Reader(UUID account, String path) {}

    /**
     * Those who are told of what somebody else does.
     *
     * @param opener who opened it, or null
     * @param assignee who looks after it and is another person, or null
     * @param handlers those who may take it, where nobody looks after it any more
     */
    record Readers(@Nullable Reader opener, @Nullable Reader assignee, List<Reader> handlers) {

        static final Readers NOBODY = new Readers(null, null, List.of());

        Readers with(List<Reader> others) {
            return new Readers(
                    opener,
                    assignee,
                    others.stream().filter(each -> !each.equals(opener)).toList());
        }
    }

    /**
     * Somebody opened it.
     *
     * @param handlers those who may take it
     */
    record Opened(Instant at, AdminCenter center, SupportFacts request, List<Reader> handlers) implements SupportEvent {

        @Override
        public Readers readers() {
            return Readers.NOBODY;
        }
    }

    /** Somebody wrote. */
    record Answered(Instant at, AdminCenter center, SupportFacts request, Readers readers) implements SupportEvent {}

    /**
     * Somebody looks after it now.
     *
     * @param assigneeName that person
     * @param assigneePartner the partner whose person it is, or null
     */
    record Assigned(
            Instant at,
            AdminCenter center,
            SupportFacts request,
            Readers readers,
            String assigneeName,
            @Nullable TenantId assigneePartner)
            implements SupportEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("reference", request.reference(), "person", assigneeName);
        }

        /** A partner that is to look after it reads so in its history. */
        @Override
        public @Nullable TenantId partner() {
            return center.onBehalf() ? center.actor().tenant() : assigneePartner;
        }
    }

    /**
     * Somebody closed it.
     *
     * @param reopenedUntil until when a message opens it again
     */
    record Closed(Instant at, AdminCenter center, SupportFacts request, Readers readers, Instant reopenedUntil)
            implements SupportEvent {}

    /** Somebody wrote after its end, so that it is open again. */
    record Reopened(Instant at, AdminCenter center, SupportFacts request, Readers readers) implements SupportEvent {}
}
