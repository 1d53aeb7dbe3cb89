package org.partnerportal.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, as the trail keeps it: the name stays readable when the account is long gone.
 *
 * @param account the person's account, or null when the portal itself acted
 * @param tenant the person's organisation, or null when the portal itself acted
 * @param name the name at that time; empty for the portal
 */
public record Who(@Nullable UUID account, @Nullable TenantId tenant, String name) {

    /** The portal itself, for example when time runs out. */
    public static final Who PORTAL = new Who(null, null, "");
}
