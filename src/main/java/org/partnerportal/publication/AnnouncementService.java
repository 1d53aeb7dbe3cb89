package org.partnerportal.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.agreement.CurrentAgreement;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the customers, some in each transaction, and keeps in the same one how far it got: each is told once. */
@Service
@Transactional(readOnly = true)
class AnnouncementService {

    private final AnnouncementRepository announcements;
    private final AgreementService agreements;
    private final RelationshipService relationships;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnnouncementService(
            AnnouncementRepository announcements,
            AgreementService agreements,
            RelationshipService relationships,
            ApplicationEventPublisher events,
            Clock clock) {
        this.announcements = announcements;
        this.agreements = agreements;
        this.relationships = relationships;
        this.events = events;
        this.clock = clock;
    }

    /** The announcements whose time has come. */
    List<UUID> due() {
        return announcements.due(clock.instant());
    }

    /**
     * Tells the next customers.
     *
     * @param most how many of them
     * @return whether some may remain
     */
    @Transactional
    public boolean tell(UUID id, int most) {
        return next(id, most, this::tellWhoHasNotAccepted);
    }

    /** Leaves the next customer out, which could not be told. */
    @Transactional
    public boolean skipOne(UUID id) {
        return next(id, 1, (announcement, customers, now) -> 0);
    }

    private interface Telling {
        int tell(Announcement announcement, List<TenantId> customers, Instant now);
    }

    private boolean next(UUID id, int most, Telling telling) {
        Optional<Announcement> open = announcements.lockOpen(id);
        if (open.isEmpty()) {
            return false;
        }
        Announcement announcement = open.get();
        Instant now = clock.instant();
        List<TenantId> customers = agreements.isInForce(announcement.agreement())
                ? relationships.customersWithPartner(announcement.lastCustomer(), most)
                : List.of(); // a later version has its own announcement
        if (customers.isEmpty()) {
            announcement.finish(now);
            return false;
        }
        announcement.advance(customers.get(customers.size() - 1), telling.tell(announcement, customers, now));
        return true;
    }

    private int tellWhoHasNotAccepted(Announcement announcement, List<TenantId> customers, Instant now) {
        CurrentAgreement current = agreements.current(Locale.ENGLISH);
        Set<TenantId> accepted = agreements.accepted(announcement.agreement(), customers);
        List<TenantId> waiting =
                customers.stream().filter(each -> !accepted.contains(each)).toList();
        for (TenantId customer : waiting) {
            events.publishEvent(new PublicationEvent.CustomerTold(
                    now, Who.PORTAL, customer, current.id(), current.name(), announcement.isFirst()));
        }
        return waiting.size();
    }
}
