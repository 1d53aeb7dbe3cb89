package org.partnerportal.user;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.AdminCenters;
import org.partnerportal.partneraccount.PartnerAccounts;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.Person;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an organisation's people admin roles, and takes them away. */
@Service
class UserRoleService {

    private final AdminCenters centers;
    private final TenantService tenants;
    private final PartnerAccounts partnerAccounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UserRoleService(
            AdminCenters centers,
            TenantService tenants,
            PartnerAccounts partnerAccounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.centers = centers;
        this.tenants = tenants;
        this.partnerAccounts = partnerAccounts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A person's admin roles as a page shows them.
     *
     * @param available the roles that there are to choose from
     * @param refusal why they cannot be changed, or null when they can
     * @param administrators who can change them
     * @param accounts for the account of a partner's person, the address of the page on which it is looked after; or null
     * @param employer the name of that partner, or null
     */
    record Page(
            Person person,
            List<AdminRole> available,
            @Nullable Refusal refusal,
            List<Contact> administrators,
            @Nullable String accounts,
            @Nullable String employer) {

        /** The roles held now, as a form sends them back. */
        public String shown() {
            return person.roles().stream().sorted().map(AdminRole::name).collect(Collectors.joining(","));
        }
    }

    Page page(AdminCenter center, UUID account) {
        centers.use(center, Permission.SEE_USERS);
        Person person = tenants.person(center.tenant(), account).orElseThrow(NotFoundException::new);
        return new Page(
                person,
                UserRules.available(center.actor().partner()),
                UserRules.changeRoles(center, person).orElse(null),
                tenants.globalAdministrators(center.tenant()),
                partnerAccounts.page(center.tenant(), account).orElse(null),
                person.employer() == null
                        ? null
                        : tenants.tenant(person.employer()).name());
    }

    /**
     * Gives the person these admin roles, and no other. They count from the person's next click on.
     *
     * @param shown the roles that the page was about
     */
    @Transactional
    void change(AdminCenter center, UUID account, Set<AdminRole> shown, Set<AdminRole> wanted) {
        long others = tenants.holdOtherAdministrators(center.tenant(), account);
        Person person = tenants.holdPerson(center.tenant(), account).orElseThrow(NotFoundException::new);
        if (person.roles().equals(wanted)
                && UserRules.changeRoles(center, person).isEmpty()) {
            return; // the second click of two
        }
        UserRules.changeRoles(center, person, shown, wanted, others).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        tenants.assignRoles(person, wanted);
        events.publishEvent(new UserRolesChanged(
                clock.instant(), center, person, without(wanted, person.roles()), without(person.roles(), wanted)));
    }

    private static Set<AdminRole> without(Set<AdminRole> roles, Set<AdminRole> others) {
        return roles.stream().filter(role -> !others.contains(role)).collect(Collectors.toSet());
    }
}
