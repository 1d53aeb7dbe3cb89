package org.partnerportal.registration;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.Passwords;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers an organisation in two steps: the form, then the code that was mailed to the address. */
@Service
@Transactional(readOnly = true)
class RegistrationService {

    private static final int CODES = 1_000_000;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RegistrationRepository registrations;
    private final TenantService tenants;
    private final Passwords chosen;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegistrationService(
            RegistrationRepository registrations,
            TenantService tenants,
            Passwords chosen,
            PasswordEncoder passwords,
            ApplicationEventPublisher events,
            Clock clock) {
        this.registrations = registrations;
        this.tenants = tenants;
        this.chosen = chosen;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** Everything that is wrong with the form. */
    List<Refusal> check(NewOrganisation form) {
        return RegistrationRules.register(form, chosen.tooCommon()).toList();
    }

    /**
     * Keeps the form and mails a code. An address that has an account gets a mail that says so instead; the page is the
     * same, so that nobody learns who is here. The same form again, as a second click sends it, changes nothing.
     *
     * @param id the id chosen with the form
     * @return the registration that waits for its code
     */
    @Transactional
    UUID register(UUID id, NewOrganisation form, ZoneId zone) {
        check(form).stream().findFirst().ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        Instant now = clock.instant();
        Optional<Registration> earlier = registrations.findById(id);
        if (earlier.filter(registration -> isSame(registration, form, now)).isPresent()) {
            return id;
        }
        registrations.deleteOlder(now.minus(KEPT));
        String code = String.format("%06d", RANDOM.nextInt(CODES));
        Registration registration = registrations.save(new Registration(
                earlier.isEmpty() && Ids.isFresh(id, now) ? id : Ids.next(),
                form,
                zone,
                passwords.encode(form.password()),
                passwords.encode(code),
                now));
        boolean taken = tenants.isEmailTaken(form.email());
        events.publishEvent(new RegistrationStarted(
                registration.id(),
                form.email(),
                form.name(),
                form.language(),
                form.organisation(),
                taken ? "" : code,
                registration.expiresAt()));
        return registration.id();
    }

    private boolean isSame(Registration registration, NewOrganisation form, Instant now) {
        return registration.isOf(form)
                && RegistrationRules.tryCode(registration, now).isEmpty()
                && passwords.matches(form.password(), registration.passwordHash());
    }

    /** The address that the code went to, while the code can still be tried. */
    Optional<String> waiting(UUID id) {
        Instant now = clock.instant();
        return registrations
                .findById(id)
                .filter(registration ->
                        RegistrationRules.tryCode(registration, now).isEmpty())
                .map(Registration::email);
    }

    /** What a code led to. */
    sealed interface Outcome {

        /**
         * The person is in: as the first one of a new organisation, or as one more of an organisation that is here already,
         * without any admin role.
         */
        record Registered(UUID account, boolean joined) implements Outcome {}

        /** Not that code, or not any more. The try is counted. */
        record Refused(RegistrationRefusal refusal) implements Outcome {}
    }

    /** Tries a code. A wrong one is counted, so the outcome is an answer and not an exception that would undo the count. */
    @Transactional
    Outcome confirm(UUID id, String code) {
        Registration registration = registrations.lock(id).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        Optional<RegistrationRefusal> dead = RegistrationRules.tryCode(registration, now);
        if (dead.isPresent()) {
            return new Outcome.Refused(dead.get());
        }
        registration.countTry();
        boolean taken = tenants.isEmailTaken(registration.email());
        if (!passwords.matches(code.strip(), registration.codeHash()) || taken) {
            return new Outcome.Refused(RegistrationRefusal.CODE_WRONG);
        }
        Optional<TenantView> organisation = tenants.withDomain(registration.domain());
        if (organisation.isPresent() && !organisation.get().active()) {
            return new Outcome.Refused(RegistrationRefusal.ORGANISATION_DISABLED);
        }
        registration.confirm(now);
        UUID account = organisation
                .map(found -> tenants.join(found.id(), registration.person(Set.of())))
                .orElseGet(() -> tenants.register(
                        registration.organisation(),
                        registration.domain(),
                        registration.country(),
                        registration.person(Set.of(AdminRole.GLOBAL_ADMINISTRATOR))));
        Actor actor = tenants.actor(account).orElseThrow();
        events.publishEvent(
                organisation.isPresent()
                        ? new PersonJoined(now, actor.who(), actor.tenant())
                        : new OrganisationRegistered(
                                now, actor.who(), actor.tenant(), registration.organisation(), registration.domain()));
        return new Outcome.Registered(account, organisation.isPresent());
    }
}
