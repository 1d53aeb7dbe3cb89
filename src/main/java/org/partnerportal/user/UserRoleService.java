package org.partnerportal.user;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
import org.partnerportal.subscription.Domains;
import org.partnerportal.subscription.SubscriptionRules;
import org.partnerportal.subscription.SubscriptionService;
import org.partnerportal.tenant.AdminRole;
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
    private final SubscriptionService subscriptions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UserRoleService(
            AdminCenters centers,
            TenantService tenants,
            PartnerAccounts partnerAccounts,
            SubscriptionService subscriptions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.centers = centers;
        this.tenants = tenants;
        this.partnerAccounts = partnerAccounts;
        this.subscriptions = subscriptions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The page of a person's admin roles.
     *
     * @param sent the form to show again, or null for one that shows what the person holds
     */
    @Transactional(readOnly = true)
    UserRolePage page(AdminCenter center, UUID account, @Nullable UserRoleForm sent) {
        Person person = tenants.person(center.tenant(), account).orElseThrow(NotFoundException::new);
        return new UserRolePage(
                person,
                UserRolePage.choices(
                        UserRules.available(center.actor().partner()),
                        person,
                        sent == null ? UserRoleForm.of(person.roles()) : sent,
                        tenants.countOtherAdministrators(center.tenant(), account)),
                UserRules.changeRoles(center, person).orElse(null),
                tenants.globalAdministrators(center.tenant()),
                alone(person),
                partnerAccounts.page(center.tenant(), account).orElse(null),
                person.employer() == null
                        ? null
                        : tenants.tenant(person.employer()).name());
    }

    /** The domains that nobody but the person manages. */
    private Domains alone(Person person) {
        List<UUID> managers = tenants.holdersOfAll(person.tenant(), SubscriptionRules.FOR_DOMAINS);
        return UserRules.isAloneForDomains(person, managers) ? subscriptions.domains(person.tenant()) : Domains.NONE;
    }

    /** Refuses the page to whoever may not see the organisation's people. */
    void look(AdminCenter center) {
        centers.use(center, Permission.SEE_USERS);
    }

    /** Gives the person the ticked admin roles, and no other. They count from the person's next click on. */
    @Transactional
    void change(AdminCenter center, UUID account, UserRoleForm form) {
        long others = tenants.holdOtherAdministrators(center.tenant(), account);
        Person person = tenants.holdPerson(center.tenant(), account).orElseThrow(NotFoundException::new);
        Optional<Refusal> never = UserRules.changeRoles(center, person);
        Set<AdminRole> wanted = form.wanted();
        if (never.isEmpty() && !form.namesUnknown() && person.roles().equals(wanted)) {
            return; // the second click of two
        }
        never.ifPresent(refusal -> {
            throw new RefusedException(refusal); // no form to show again
        });
        UserRules.changeRoles(center, person, form, others, alone(person)).ifPresent(refusal -> {
            throw new RolesNotChangedException(refusal, account, form);
        });
        tenants.assignRoles(person, wanted);
        events.publishEvent(new UserRolesChanged(
                clock.instant(), center, person, without(wanted, person.roles()), without(person.roles(), wanted)));
    }

    private static Set<AdminRole> without(Set<AdminRole> roles, Set<AdminRole> others) {
        return roles.stream().filter(role -> !others.contains(role)).collect(Collectors.toSet());
    }
}
