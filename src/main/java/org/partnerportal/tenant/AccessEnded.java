package org.partnerportal.tenant;

import java.util.List;
import java.util.UUID;

/**
 * Whoever is signed in by these accounts, or holds a mailed link to them, is out: they were switched off, or somebody else
 * replaced the password. What they have begun does not come back.
 */
public record AccessEnded(List<UUID> accounts) {}
