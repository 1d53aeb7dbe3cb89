package org.partnerportal.tenant;

import java.util.List;
import java.util.UUID;

/** These people may not sign in any more; what they have begun ends, and does not come back when they may again. */
public record AccountsDisabled(List<UUID> accounts) {}
