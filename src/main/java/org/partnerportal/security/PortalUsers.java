package org.partnerportal.security;

import java.time.Clock;
import org.partnerportal.tenant.TenantService;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Finds the account that signs in with an address. */
class PortalUsers implements UserDetailsService {

    private final TenantService tenants;
    private final Clock clock;

    PortalUsers(TenantService tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return tenants.credentials(email)
                .map(found -> new PortalUser(found.account(), found.passwordHash(), found.usable(), clock.instant()))
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }
}
