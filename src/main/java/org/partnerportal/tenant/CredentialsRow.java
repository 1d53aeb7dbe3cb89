package org.partnerportal.tenant;

import java.util.UUID;

/** An account's password hash, with everything that decides whether it may be used. */
record CredentialsRow(
        UUID account, String passwordHash, Standing accountStanding, Standing tenantStanding, boolean demo) {

    Credentials credentials(boolean demoData) {
        boolean usable = accountStanding == Standing.ACTIVE && tenantStanding == Standing.ACTIVE && (demoData || !demo);
        return new Credentials(account, passwordHash, usable);
    }
}
