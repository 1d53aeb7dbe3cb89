package org.partnerportal.tenant;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/**
 * One person of an organisation, for those who look after its people.
 *
 * @param account the person's account
 * @param tenant the person's organisation
 * @param employer the partner whose person uses the account, or null for the organisation's own people
 * @param name the display name
 * @param email the address that the person signs in with
 * @param roles the admin roles held
 * @param active whether the account is in use
 * @param passwordChosenAt when the present password came to be, or null before there was one
 */
public record Person(
        UUID account,
        TenantId tenant,
        @Nullable TenantId employer,
        String name,
        String email,
        Set<AdminRole> roles,
        boolean active,
        @Nullable Instant passwordChosenAt) {

    /** Whether the person can do more than look after itself: by an admin role, or by a partner's delegated ones. */
    public boolean isAdmin() {
        return !roles.isEmpty() || employer != null;
    }
}
