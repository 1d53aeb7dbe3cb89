package org.partnerportal.mpsa;

import java.util.UUID;
import org.partnerportal.shared.TenantId;

/** What events tell of a consent: whose, and the two partners with their names of that day. */
public record MpsaFacts(
        UUID id, TenantId customer, TenantId first, String firstName, TenantId second, String secondName) {

    /** The same, told to the other one. */
    MpsaFacts turned() {
        return new MpsaFacts(id, customer, second, secondName, first, firstName);
    }
}
