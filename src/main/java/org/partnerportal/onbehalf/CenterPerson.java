package org.partnerportal.onbehalf;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Contact;

/**
 * Somebody who works in an organisation's admin center.
 *
 * @param contact the person
 * @param partner the partner for which the person acts on behalf, or null for whoever has an account there
 * @param partnerName what that partner is called, or null
 * @param employer the partner whose person uses an account there, or null
 */
public record CenterPerson(
        Contact contact,
        @Nullable TenantId partner,
        @Nullable String partnerName,
        @Nullable TenantId employer) {

    /** The partner whose person it is, or null for the organisation's own. */
    public @Nullable TenantId firm() {
        return partner == null ? employer : partner;
    }
}
