package org.partnerportal.user;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.OnBehalfRules;
import org.partnerportal.shared.Refusal;
import org.partnerportal.subscription.Domains;
import org.partnerportal.subscription.SubscriptionRules;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.Person;

/** Who gives whom a new password, nobody somebody more privileged; and who gives whom admin roles. */
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

    /** The roles that people can be given: agents' where the organisation is a partner, the operator's never. */
    static List<AdminRole> available(boolean partner) {
        return Arrays.stream(AdminRole.values())
                .filter(role -> role != AdminRole.OPERATOR && (partner || !role.isAgent()))
                .toList();
    }

    /** Asks whether the admin roles of that person may be changed in this admin center: never in a customer's. */
    static Optional<Refusal> changeRoles(AdminCenter center, Person person) {
        return unless(!center.onBehalf() && center.actor().givesRoles(), UserRefusal.NEEDS_GLOBAL_ADMINISTRATOR)
                .or(() -> unless(person.employer() == null, UserRefusal.ROLES_BY_RELATIONSHIP))
                .or(() -> unless(!person.roles().contains(AdminRole.OPERATOR), UserRefusal.OPERATORS_ROLES));
    }

    /**
     * Asks whether that role may be taken from that person: somebody has to be left who can give roles.
     *
     * @param others how many others can sign in as the organisation's Global Administrator
     */
    static Optional<Refusal> take(Person person, AdminRole role, long others) {
        boolean last = role == AdminRole.GLOBAL_ADMINISTRATOR && person.roles().contains(role) && others == 0;
        return unless(!last, UserRefusal.LAST_GLOBAL_ADMINISTRATOR);
    }

    /**
     * Whether nobody but that person manages the organisation's domains.
     *
     * @param managers the accounts of all who do
     */
    static boolean isAloneForDomains(Person person, List<UUID> managers) {
        return managers.equals(List.of(person.account()));
    }

    /**
     * Asks the same about a form.
     *
     * @param form which roles the person is to hold, and which the page was about
     * @param others how many others can sign in as the organisation's Global Administrator
     * @param alone the domains that nobody else manages
     */
    static Optional<Refusal> changeRoles(
            AdminCenter center, Person person, UserRoleForm form, long others, Domains alone) {
        Set<AdminRole> wanted = form.wanted();
        return changeRoles(center, person)
                .or(() -> unless(
                        !form.namesUnknown()
                                && available(center.actor().partner()).containsAll(wanted),
                        UserRefusal.ROLE_NOT_AVAILABLE))
                .or(() -> unless(person.roles().equals(form.shownRoles()), UserRefusal.ROLES_CHANGED_MEANWHILE))
                .or(() -> person.roles().stream()
                        .filter(role -> !wanted.contains(role))
                        .flatMap(role -> take(person, role, others).stream())
                        .findFirst())
                .or(() -> unless(
                        alone.count() == 0 || SubscriptionRules.managesDomains(wanted) || form.isConfirmed(),
                        UserRefusal.LAST_FOR_DOMAINS));
    }

    private static Optional<Refusal> unless(boolean fine, UserRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
