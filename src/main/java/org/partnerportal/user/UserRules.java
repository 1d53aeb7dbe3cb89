package org.partnerportal.user;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.OnBehalfRules;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.Person;

/** Who gives whom a new password: nobody somebody more privileged. */
final class UserRules {

    private UserRules() {}

    /** Which permission it takes to reset that person. */
    static Permission needed(Person person) {
        return person.isAdmin() ? Permission.RESET_ADMIN_PASSWORDS : Permission.RESET_PASSWORDS;
    }

    /** Asks whether the password of that person may be reset in this admin center. */
    static Optional<Refusal> reset(AdminCenter center, Person person) {
        return OnBehalfRules.may(center, Permission.RESET_PASSWORDS)
                .map(Refusal.class::cast)
                .or(() -> unless(!person.account().equals(center.actor().account()), UserRefusal.YOURSELF))
                .or(() -> unless(!person.roles().contains(AdminRole.OPERATOR), UserRefusal.OPERATOR))
                .or(() -> unless(center.may(needed(person)), UserRefusal.MORE_PRIVILEGED))
                .or(() -> unless(person.active(), UserRefusal.DISABLED))
                .or(() -> unless(person.passwordChosenAt() != null, UserRefusal.NO_PASSWORD_YET));
    }

    /**
     * Asks the same about a form.
     *
     * @param shown when the password came to be that the page was about
     */
    static Optional<Refusal> reset(AdminCenter center, Person person, @Nullable Instant shown) {
        Instant chosen = person.passwordChosenAt();
        return reset(center, person)
                .or(() -> unless(chosen != null && chosen.equals(shown), UserRefusal.CHANGED_MEANWHILE));
    }

    private static Optional<Refusal> unless(boolean fine, UserRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
