package org.partnerportal.assignment;

import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Contact;

/**
 * One of a partner's people who can use a role with a customer now.
 *
 * @param person the person
 * @param partner the person's organisation
 * @param partnerName what it is called
 */
public record CustomerAgent(Contact person, TenantId partner, String partnerName) {}
