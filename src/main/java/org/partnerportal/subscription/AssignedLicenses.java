package org.partnerportal.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerportal.shared.TenantId;

/** Who holds the licences of subscriptions. Subscriptions ask, licences answer. */
public interface AssignedLicenses {

    /** How many people hold a licence of each of these, by subscription; those without are left out. */
    Map<UUID, Long> count(TenantId customer, Collection<UUID> subscriptions);

    /** The names of people who hold one, in order; at most so many. */
    List<String> holders(TenantId customer, UUID subscription, int most);
}
