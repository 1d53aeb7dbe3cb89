package org.partnerportal.passwordlink;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;

/** Somebody chose a password by a mailed link. */
record PasswordChosen(Instant at, Actor person) implements TrailEvent {

    @Override
    public Who who() {
        return person.who();
    }

    @Override
    public @Nullable TenantId customer() {
        return person.partner() ? null : person.tenant();
    }

    @Override
    public @Nullable TenantId partner() {
        return person.partner() ? person.tenant() : null;
    }

    @Override
    public UUID subject() {
        return person.account();
    }

    @Override
    public Map<String, String> details() {
        return Map.of();
    }
}
