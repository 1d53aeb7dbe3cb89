package org.partnerportal.user;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.license.LicenseService;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.AdminCenters;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Passwords;
import org.partnerportal.tenant.Person;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows an organisation's people, and gives them new passwords. */
@Service
class UserService {

    private final UserSearch search;
    private final AdminCenters centers;
    private final LicenseService licenses;
    private final TenantService tenants;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UserService(
            UserSearch search,
            AdminCenters centers,
            LicenseService licenses,
            TenantService tenants,
            Passwords passwords,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.search = search;
        this.centers = centers;
        this.licenses = licenses;
        this.tenants = tenants;
        this.passwords = passwords;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    UserList people(AdminCenter center, UserFilter filter) {
        centers.use(center, Permission.SEE_USERS);
        UserSearch.Found found = search.people(center.tenant(), filter);
        return new UserList(
                found.people().stream().map(person -> line(center, person)).toList(),
                licenses.held(
                        center, found.people().stream().map(Person::account).toList()),
                found.count(),
                found.next());
    }

    UserList.Line person(AdminCenter center, UUID account) {
        centers.use(center, Permission.SEE_USERS);
        return line(center, tenants.person(center.tenant(), account).orElseThrow(NotFoundException::new));
    }

    private static UserList.Line line(AdminCenter center, Person person) {
        return new UserList.Line(
                person,
                UserRules.reset(center, person).orElse(null),
                UserRules.changeRoles(center, person).isEmpty());
    }

    /**
     * A person who has got a temporary password.
     *
     * @param password the temporary password; nobody can read it again
     */
    record Reset(Person person, String password) {

        @Override
        public String toString() {
            return "Reset[]"; // never the password
        }
    }

    /**
     * Gives the person a temporary password. Whoever is signed in as the person is out.
     *
     * @param shown when the password came to be that the page was about
     */
    Reset resetPassword(AdminCenter center, UUID account, @Nullable Instant shown) {
        String password = Passwords.temporary();
        String hash = passwords.hash(password); // slow on purpose, so before anything is held
        Person person = transaction.execute(status -> reset(center, account, shown, hash));
        return new Reset(person, password);
    }

    private Person reset(AdminCenter center, UUID account, @Nullable Instant shown, String hash) {
        Person person = tenants.holdPerson(center.tenant(), account).orElseThrow(NotFoundException::new);
        UserRules.reset(center, person, shown).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        centers.use(center, UserRules.needed(person));
        Instant now = clock.instant();
        tenants.resetPassword(person, hash, now);
        events.publishEvent(new UserPasswordReset(now, center, person));
        return person;
    }
}
