package org.partnerportal.security;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened at the door; it belongs to the history of the person's own organisation. */
sealed interface SignInEvent extends TrailEvent {

    @Override
    default String kind() {
        return "SignIn" + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId customer() {
        return who().tenant(); // every organisation is a customer
    }

    @Override
    default @Nullable TenantId partner() {
        return null;
    }

    @Override
    default UUID subject() {
        return Objects.requireNonNullElseGet(who().account(), Ids::next);
    }

    @Override
    default Map<String, String> details() {
        return Map.of();
    }

    /** Somebody signed in. */
    record Succeeded(Instant at, Who who) implements SignInEvent {}

    /** Somebody tried to; what was typed is not kept, nor whether it was near to an account. */
    record Failed(Instant at) implements SignInEvent {

        @Override
        public Who who() {
            return new Who(null, null, "");
        }
    }

    /** Somebody signed out, switched the account, or was signed out. */
    record Ended(Instant at, Who who) implements SignInEvent {}

    /** Somebody ended all of the own sessions but one. */
    record OthersEnded(Instant at, Who who, int sessions) implements SignInEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("sessions", Integer.toString(sessions));
        }
    }

    /** Somebody replaced the own password; all other sessions of the person ended. */
    record PasswordChanged(Instant at, Who who) implements SignInEvent {}

    /**
     * A request of somebody who is signed in was not let in.
     *
     * @param route the method and the path
     */
    record Denied(Instant at, Who who, String route) implements SignInEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("route", route);
        }
    }
}
