package org.partnerportal.tenant;

import org.partnerportal.shared.TenantId;

/** The organisation was switched off or on: whatever is shown of it elsewhere goes or comes back. */
public record TenantSwitched(TenantId tenant) {}
