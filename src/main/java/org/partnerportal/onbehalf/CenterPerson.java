package org.partnerportal.onbehalf;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Contact;

/**
 * Somebody who works in an organisation's admin center.
 *
 * @param contact the person
 * @param partner the partner whose person it is, or null for the organisation's own
 * @param partnerName what that partner is called, or null
 */
public record CenterPerson(
        Contact contact,
        @Nullable TenantId partner,
        @Nullable String partnerName) {}
