package org.partnerportal.tenant;

import java.util.UUID;

/**
 * What sign-in needs of an account.
 *
 * @param account the account
 * @param passwordHash the hashed password, with its scheme in front
 * @param usable whether account and tenant are in use (a demo account only while demo data is switched on)
 */
public record Credentials(UUID account, String passwordHash, boolean usable) {}
