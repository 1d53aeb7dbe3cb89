package org.partnerportal.tenant;

import java.util.UUID;
import org.partnerportal.shared.TenantId;

/**
 * Somebody who works for an organisation.
 *
 * @param tenant for which
 * @param account the account with which, of its own people or of a partner's
 */
public record Worker(TenantId tenant, UUID account) {}
