package org.partnerportal.security;

import java.io.Serial;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Who is signed in, as the session keeps it: the account and when it signed in, nothing that could grow old. Roles and
 * names are read afresh for every request.
 */
class PortalUser implements UserDetails, CredentialsContainer {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID account;
    private final boolean usable;
    private final Instant signedInAt;
    private @Nullable String passwordHash;

    PortalUser(UUID account, @Nullable String passwordHash, boolean usable, Instant signedInAt) {
        this.account = account;
        this.passwordHash = passwordHash;
        this.usable = usable;
        this.signedInAt = signedInAt;
    }

    UUID account() {
        return account;
    }

    Instant signedInAt() {
        return signedInAt;
    }

    @Override
    public String getUsername() {
        return account.toString();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public boolean isEnabled() {
        return usable;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
