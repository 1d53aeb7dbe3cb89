package org.partnerportal.tenant;

import org.jspecify.annotations.Nullable;

/**
 * A demo account as the sign-in page offers it.
 *
 * @param name the person's name
 * @param email the address to sign in with
 * @param tenantName the organisation
 * @param partner whether the organisation is a partner
 * @param role the admin role held, or null for a person without one
 */
public record DemoAccount(
        String name,
        String email,
        String tenantName,
        boolean partner,
        @Nullable AdminRole role) {}
