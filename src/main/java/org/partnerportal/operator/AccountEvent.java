package org.partnerportal.operator;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that an operator did with an account, which its organisation reads in its own history. */
sealed interface AccountEvent extends TrailEvent {

    AccountLine.Row account();

    @Override
    default String kind() {
        return "Account" + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId customer() {
        return account().partner() ? null : new TenantId(account().tenant());
    }

    @Override
    default @Nullable TenantId partner() {
        return account().partner() ? new TenantId(account().tenant()) : null;
    }

    @Override
    default UUID subject() {
        return account().id();
    }

    @Override
    default Map<String, String> details() {
        return Map.of("person", account().name(), "signIn", account().email());
    }

    /** The account is switched off. */
    record Disabled(Instant at, Who who, AccountLine.Row account) implements AccountEvent {}

    /** The account is switched on again. */
    record Enabled(Instant at, Who who, AccountLine.Row account) implements AccountEvent {}
}
