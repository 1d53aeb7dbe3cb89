package org.partnerportal.device;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.partnerportal.batch.BatchResult;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.AdminCenters;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers devices for customers, lists them to both sides, and removes them. */
@Service
public class DeviceService {

    private static final int AT_ONCE = 500;

    private final DeviceRepository devices;
    private final DeviceSearch search;
    private final RelationshipService relationships;
    private final TenantService tenants;
    private final AdminCenters centers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeviceService(
            DeviceRepository devices,
            DeviceSearch search,
            RelationshipService relationships,
            TenantService tenants,
            AdminCenters centers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.devices = devices;
        this.search = search;
        this.relationships = relationships;
        this.tenants = tenants;
        this.centers = centers;
        this.events = events;
        this.clock = clock;
    }

    // the partner's side

    /** Why the partner can't register devices for that customer now; empty when it can. */
    Optional<DeviceRefusal> mayRegisterFor(Actor actor, TenantId customer) {
        Set<PartnerType> inForce = relationships.typesInForce(actor.tenant(), customer);
        return DeviceRules.registerFor(inForce, tenants.tenant(customer).active());
    }

    /** The customers for which the partner can register devices now, by name; the chosen one also where there are too many. */
    List<TenantView> customers(Actor actor, Optional<TenantId> chosen) {
        requireMay(actor);
        List<TenantView> customers = new ArrayList<>(
                relationships.customersInForce(actor.tenant(), PartnerType.registeringDevices()).stream()
                        .filter(TenantView::active)
                        .toList());
        chosen.filter(id ->
                        customers.stream().noneMatch(customer -> customer.id().equals(id)))
                .filter(id -> isOpen(actor, id))
                .ifPresent(id -> customers.add(tenants.tenant(id)));
        return customers;
    }

    /** Whether it is a customer for which the partner can register devices now. */
    boolean isOpen(Actor actor, TenantId customer) {
        return relationships.isCustomer(actor.tenant(), customer)
                && mayRegisterFor(actor, customer).isEmpty();
    }

    /** The customers whose devices the partner can see now, where it registered any, by name. */
    List<TenantView> seenCustomers(Actor actor) {
        return relationships.customersInForce(actor.tenant(), PartnerType.registeringDevices());
    }

    /**
     * Registers one device in the caller's transaction, or says why not. The trail has its batch: fifty thousand entries would
     * drown everything else in the customer's history, and the list tells who registered which device.
     */
    @Transactional
    BatchResult register(Actor actor, TenantId customer, DeviceBatch batch, Map<DeviceColumn, String> cells) {
        requireMay(actor);
        mayRegisterFor(actor, customer).ifPresent(DeviceService::refuse);
        var description = DeviceDescription.of(cells);
        List<TenantId> owners = devices.owners(DeviceRules.identities(description)).stream()
                .map(DeviceRepository.Owner::customer)
                .toList();
        Optional<BatchResult> taken = DeviceRules.taken(owners, customer);
        if (taken.isPresent()) {
            return taken.get();
        }
        Device device = devices.save(new Device(description, batch, actor, customer, clock.instant()));
        return BatchResult.done(device.facts().id());
    }

    /** What the partner registered for customers with which it still has to do, and nothing else of any customer. */
    @Transactional(readOnly = true)
    DeviceList ofPartner(Actor actor, DeviceFilter filter) {
        requireMay(actor);
        return search.page(Side.PARTNER, actor.tenant(), filter, clock.instant());
    }

    /** What the batch was called by which these devices were registered; empty where none of them were. */
    Optional<String> batchName(Actor actor, DeviceFilter filter) {
        return search.batchName(Side.PARTNER, actor.tenant(), filter, clock.instant());
    }

    /** All of these, a few hundred at a time. */
    void forEachOfPartner(Actor actor, DeviceFilter filter, Consumer<DeviceList.Line> line) {
        requireMay(actor);
        forEach(Side.PARTNER, actor.tenant(), filter, line);
    }

    /** How many the partner has registered with customers now; none for whoever may not see them. */
    public long countRegistered(Actor actor) {
        return DeviceRules.register(actor).isEmpty()
                ? search.registered(Side.PARTNER, actor.tenant(), clock.instant())
                : 0;
    }

    static void requireMay(Actor actor) {
        DeviceRules.register(actor).ifPresent(DeviceService::refuse);
    }

    private static void refuse(DeviceRefusal refusal) {
        throw new RefusedException(refusal);
    }

    // the customer's side

    DeviceList ofCustomer(AdminCenter center, DeviceFilter filter) {
        requireSee(center);
        return search.page(Side.CUSTOMER, center.tenant(), filter, clock.instant());
    }

    Optional<String> batchName(AdminCenter center, DeviceFilter filter) {
        return search.batchName(Side.CUSTOMER, center.tenant(), filter, clock.instant());
    }

    void requireSee(AdminCenter center) {
        centers.use(center, Permission.SEE_DEVICES);
    }

    void forEachOfCustomer(AdminCenter center, DeviceFilter filter, Consumer<DeviceList.Line> line) {
        requireSee(center);
        forEach(Side.CUSTOMER, center.tenant(), filter, line);
    }

    /** The partners that could register devices for the organisation, now or once, by name. */
    List<TenantView> partners(AdminCenter center) {
        return relationships.partnersOf(center.tenant(), PartnerType.registeringDevices());
    }

    DeviceList.Line device(AdminCenter center, UUID id) {
        requireSee(center);
        return search.one(center.tenant(), id).orElseThrow(NotFoundException::new);
    }

    /** Removes it; whoever comes second finds it removed. */
    @Transactional
    void remove(AdminCenter center, UUID id) {
        centers.use(center, Permission.MANAGE_DEVICES);
        Device device = devices.lockOfCustomer(center.tenant(), id).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        if (device.remove(center, now)) {
            events.publishEvent(new DeviceRemoved(now, center, device.facts()));
        }
    }

    /** How many are registered for the organisation; none for whoever may not see them. */
    public long count(AdminCenter center) {
        return center.may(Permission.SEE_DEVICES)
                ? search.registered(Side.CUSTOMER, center.tenant(), clock.instant())
                : 0;
    }

    private void forEach(Side side, TenantId tenant, DeviceFilter filter, Consumer<DeviceList.Line> line) {
        Instant now = clock.instant();
        DeviceList some = search.some(side, tenant, filter.from(null), AT_ONCE, now);
        some.lines().forEach(line);
        while (some.next() != null) {
            some = search.some(side, tenant, filter.from(some.next()), AT_ONCE, now);
            some.lines().forEach(line);
        }
    }
}
