package org.partnerportal.license;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.AdminCenters;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.subscription.SubscriptionEvent;
import org.partnerportal.subscription.SubscriptionService;
import org.partnerportal.subscription.SubscriptionView;
import org.partnerportal.tenant.Person;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows an organisation's licences, and gives them to its people and takes them away. */
@Service
@Transactional(readOnly = true)
public class LicenseService {

    private final LicenseRepository licenses;
    private final LicenseHolders holders;
    private final SubscriptionService subscriptions;
    private final AdminCenters centers;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LicenseService(
            LicenseRepository licenses,
            LicenseHolders holders,
            SubscriptionService subscriptions,
            AdminCenters centers,
            TenantService tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.licenses = licenses;
        this.holders = holders;
        this.subscriptions = subscriptions;
        this.centers = centers;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    /** The subscriptions that are in use, with how many of their licences are held. */
    @Transactional
    List<SubscriptionView> all(AdminCenter center) {
        centers.use(center, Permission.SEE_LICENSES);
        return subscriptions.licensed(center.tenant());
    }

    /** One of them; once it is over, its licences are too. */
    @Transactional
    SubscriptionView one(AdminCenter center, UUID subscription) {
        centers.use(center, Permission.SEE_LICENSES);
        SubscriptionView view = subscriptions.ofCustomer(center.tenant(), subscription);
        if (view.isEnded() || view.product().isDomain()) {
            throw new NotFoundException();
        }
        return view;
    }

    /** One page of the people who hold its licences. */
    LicenseHolders.Page holders(AdminCenter center, SubscriptionView subscription, @Nullable UUID after) {
        return holders.page(center.tenant(), subscription.id(), after);
    }

    /**
     * What a person holds and can get.
     *
     * @param take why the reader can take no licence away, or null
     */
    record Of(Person person, List<Line> lines, @Nullable Refusal take) {}

    /**
     * A subscription on a person's page.
     *
     * @param held whether the person holds a licence of it
     * @param refusal why the reader can't give the person one, or null
     */
    record Line(
            SubscriptionView subscription,
            boolean held,
            @Nullable Refusal refusal) {}

    @Transactional
    Of of(AdminCenter center, UUID account) {
        centers.use(center, Permission.SEE_LICENSES);
        Person person = person(center, account);
        List<UUID> held = licenses.held(center.tenant(), account);
        List<Line> lines = subscriptions.licensed(center.tenant()).stream()
                .map(subscription -> new Line(
                        subscription,
                        held.contains(subscription.id()),
                        LicenseRules.assign(center, person, subscription).orElse(null)))
                .toList();
        return new Of(person, lines, LicenseRules.take(center).orElse(null));
    }

    /** How many licenses each of these people holds; whoever holds none is not among them. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> held(AdminCenter center, Collection<UUID> accounts) {
        return center.may(Permission.SEE_LICENSES) && !accounts.isEmpty()
                ? licenses.held(center.tenant(), accounts, clock.instant()).stream()
                        .collect(Collectors.toMap(LicenseRepository.Held::account, LicenseRepository.Held::number))
                : Map.of();
    }

    private Person person(AdminCenter center, UUID account) {
        return tenants.person(center.tenant(), account).orElseThrow(NotFoundException::new);
    }

    /** Gives the person a licence; nothing happens where the person holds one. */
    @Transactional
    void assign(AdminCenter center, UUID account, UUID subscription) {
        Person person = person(center, account);
        require(center);
        SubscriptionView view = subscriptions.hold(center.tenant(), subscription);
        if (licenses.held(center.tenant(), account).contains(subscription)) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        licenses.save(new License(center, person, view, now));
        events.publishEvent(new LicenseEvent.Assigned(now, center, person, view));
    }

    /** Takes the person's licence away; nothing happens where the person holds none. */
    @Transactional
    void take(AdminCenter center, UUID account, UUID subscription) {
        Person person = person(center, account);
        require(center);
        SubscriptionView view = subscriptions.hold(center.tenant(), subscription);
        if (licenses.take(center.tenant(), subscription, account) == 1) {
            events.publishEvent(new LicenseEvent.Taken(clock.instant(), center, person, view));
        }
    }

    private void require(AdminCenter center) {
        LicenseRules.take(center).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        centers.use(center, Permission.ASSIGN_LICENSES);
    }

    /** What nobody can use any more is kept no longer; until then its licences count for nothing by the clock. */
    @EventListener
    @Transactional
    void on(SubscriptionEvent.Ended event) {
        licenses.takeAll(event.customer(), event.subject());
    }
}
