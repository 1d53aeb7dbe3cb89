package org.partnerportal.directory;

import org.partnerportal.listing.ListingEvent;
import org.partnerportal.tenant.TenantSwitched;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the search table in the transaction of what happened, so that a hidden listing is gone at once. */
@Component
class DirectoryListener {

    private final DirectoryUpdate update;

    DirectoryListener(DirectoryUpdate update) {
        this.update = update;
    }

    @EventListener({
        ListingEvent.Approved.class,
        ListingEvent.Hidden.class,
        ListingEvent.Shown.class,
        ListingEvent.Blocked.class,
        ListingEvent.Unblocked.class
    })
    void changed(ListingEvent event) {
        update.update(event.partner());
    }

    @EventListener
    void switched(TenantSwitched event) {
        update.update(event.tenant());
    }
}
