package org.partnerportal.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerportal.limit.Limit;
import org.partnerportal.limit.Limits;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.Secrets;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who gets which mails. */
@Service
@Transactional(readOnly = true)
public class NotificationService {

    /** As long as the trail keeps who did something. */
    private static final int LONGEST_NAME = 120;

    private final MailChoiceRepository choices;
    private final NotificationAddressRepository addresses;
    private final TenantService tenants;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NotificationService(
            MailChoiceRepository choices,
            NotificationAddressRepository addresses,
            TenantService tenants,
            Limits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.choices = choices;
        this.addresses = addresses;
        this.tenants = tenants;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /** Those of these people who want mails of that topic. */
    public List<Contact> wanting(MailTopic topic, Collection<Contact> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        Set<UUID> without =
                choices.without(topic, people.stream().map(Contact::account).toList());
        return people.stream()
                .filter(person -> !without.contains(person.account()))
                .toList();
    }

    /** The organisation's confirmed addresses that get mails of that topic. */
    public List<NotificationReader> readers(TenantId tenant, MailTopic topic) {
        return addresses.readers(tenant, topic).stream()
                .map(row -> new NotificationReader(
                        row.email(), Locale.forLanguageTag(row.language()), ZoneId.of(row.timeZone())))
                .toList();
    }

    /** The topics of which the person wants mails. */
    Set<MailTopic> chosen(Actor actor) {
        Set<MailTopic> chosen = EnumSet.allOf(MailTopic.class);
        chosen.removeAll(choices.unwanted(actor.account()));
        return chosen;
    }

    @Transactional
    void choose(Actor actor, Set<MailTopic> wanted) {
        MailChoice choice =
                choices.findById(actor.account()).orElseGet(() -> choices.save(new MailChoice(actor.account())));
        choice.choose(wanted);
    }

    /** The organisation's addresses with their topics, by two statements for any number of them. */
    List<AddressView> addresses(Actor actor) {
        refuse(NotificationRules.manage(actor));
        Map<UUID, Set<MailTopic>> topics = addresses.topics(actor.tenant()).stream()
                .collect(Collectors.groupingBy(
                        NotificationAddressRepository.TopicRow::address,
                        Collectors.mapping(
                                NotificationAddressRepository.TopicRow::topic,
                                Collectors.toCollection(() -> EnumSet.noneOf(MailTopic.class)))));
        return addresses.rows(actor.tenant()).stream()
                .map(row -> new AddressView(
                        row.id(),
                        row.email(),
                        row.language(),
                        row.addedBy(),
                        row.addedAt(),
                        row.confirmedAt(),
                        topics.getOrDefault(row.id(), Set.of())))
                .toList();
    }

    /** Everything that is wrong with an address to add. */
    List<NotificationRefusal> check(Actor actor, NotificationForm form) {
        return check(addresses.withEmail(actor.tenant(), form.address()), form);
    }

    private static List<NotificationRefusal> check(Optional<NotificationAddress> known, NotificationForm form) {
        boolean taken = known.filter(NotificationAddress::isUsed).isPresent();
        return NotificationRules.address(form.address(), taken, form.readIn(), form.wanted())
                .toList();
    }

    /** Whether that very address is there already, as the second click of two finds it. */
    boolean isAdded(Actor actor, NotificationForm form) {
        return addresses
                .withEmail(actor.tenant(), form.address())
                .filter(NotificationAddress::isUsed)
                .filter(address -> address.topics().equals(form.wanted()))
                .isPresent();
    }

    /** Adds an address, which gets a link to confirm it. */
    @Transactional
    void add(Actor actor, NotificationForm form) {
        refuse(NotificationRules.add(actor, addresses.count(actor.tenant())));
        // asked for once: between two looks somebody else may add it, and that one would be taken for a removed one
        Optional<NotificationAddress> removed = addresses.withEmail(actor.tenant(), form.address());
        refuse(check(removed, form).stream().findFirst());
        Instant now = clock.instant();
        String token = Secrets.token();
        String sha256 = Secrets.sha256(token);
        removed.ifPresent(again -> again.addAgain(actor, form.readIn(), form.wanted(), sha256, now));
        NotificationAddress address = removed.orElseGet(
                () -> new NotificationAddress(actor, form.address(), form.readIn(), form.wanted(), sha256, now));
        addresses.save(address);
        limits.use(Limit.NEW_ADDRESSES, actor.tenant().toString(), now);
        events.publishEvent(new NotificationAddressEvent.Added(
                now,
                actor.who(),
                actor.tenant(),
                address.id(),
                address.email(),
                address.topics(),
                form.readIn(),
                "/notification-address/" + token));
    }

    @Transactional
    void change(Actor actor, UUID id, Set<MailTopic> wanted) {
        NotificationAddress address = find(actor, id);
        refuse(NotificationRules.manage(actor).or(() -> NotificationRules.topics(wanted)));
        if (!address.topics().equals(wanted)) { // the second click of two changes nothing
            address.choose(wanted);
            events.publishEvent(new NotificationAddressEvent.Changed(
                    clock.instant(), actor.who(), actor.tenant(), id, address.email(), wanted));
        }
    }

    @Transactional
    void remove(Actor actor, UUID id) {
        NotificationAddress address = find(actor, id);
        refuse(NotificationRules.manage(actor));
        if (address.isUsed()) {
            Instant now = clock.instant();
            address.remove(now);
            events.publishEvent(new NotificationAddressEvent.Removed(
                    now, actor.who(), actor.tenant(), id, address.email(), address.topics()));
        }
    }

    private NotificationAddress find(Actor actor, UUID id) {
        return addresses.ofTenant(actor.tenant(), id).orElseThrow(NotFoundException::new);
    }

    /**
     * What a mailed link is for.
     *
     * @param organisation whose mails they are
     * @param email the address
     * @param topics what it gets
     * @param confirmed whether it gets them already
     */
    record Linked(String organisation, String email, Set<MailTopic> topics, boolean confirmed) {}

    /** The address that a link is for, if there is one. */
    Optional<Linked> linked(String token) {
        return addresses
                .withLink(Secrets.sha256(token))
                .map(address -> new Linked(
                        tenants.tenant(address.tenant()).name(),
                        address.email(),
                        address.topics(),
                        address.isConfirmed()));
    }

    /** Confirms the address that a link is for; it gets mails from now on. */
    @Transactional
    void confirm(String token) {
        NotificationAddress address = addresses.withLink(Secrets.sha256(token)).orElseThrow(NotFoundException::new);
        if (!address.isConfirmed()) {
            Instant now = clock.instant();
            address.confirm(now);
            events.publishEvent(new NotificationAddressEvent.Confirmed(
                    now,
                    new Who(null, null, shortened(address.email())),
                    address.tenant(),
                    address.id(),
                    address.email(),
                    address.topics()));
        }
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static void refuse(Optional<NotificationRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }
}
