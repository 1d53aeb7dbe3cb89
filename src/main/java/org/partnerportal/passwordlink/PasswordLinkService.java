package org.partnerportal.passwordlink;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.limit.Limit;
import org.partnerportal.limit.Limits;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Origin;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.AccessEnded;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Passwords;
import org.partnerportal.tenant.TenantService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends links by which people choose a password, and takes each once. */
@Service
@Transactional(readOnly = true)
public class PasswordLinkService {

    private final PasswordLinkRepository links;
    private final TenantService tenants;
    private final Passwords passwords;
    private final Limits limits;
    private final ObjectProvider<SchedulerClient> scheduler; // it is made of the task that needs this service
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasswordLinkService(
            PasswordLinkRepository links,
            TenantService tenants,
            Passwords passwords,
            Limits limits,
            ObjectProvider<SchedulerClient> scheduler,
            ApplicationEventPublisher events,
            Clock clock) {
        this.links = links;
        this.tenants = tenants;
        this.passwords = passwords;
        this.limits = limits;
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Mails a link to an account in use; the earlier ones die with it, for a mail may have gone astray.
     *
     * @param id the id chosen with the form: sent twice, it is still one mail
     */
    @Transactional
    public void send(Who who, UUID id, UUID account, PasswordLinkReason reason) {
        Actor person = tenants.hold(account).orElseThrow(NotFoundException::new);
        if (!links.existsById(id)) {
            links.deleteAll(account);
            mail(who, id, person, reason);
        }
    }

    /** Whether the link of that id is on its way. */
    public boolean isSent(UUID id) {
        return links.existsById(id);
    }

    private void mail(Who who, UUID wanted, Actor person, PasswordLinkReason reason) {
        Instant now = clock.instant();
        links.deleteOlder(now.minus(PasswordLinkRules.COUNTED));
        PasswordToken token = PasswordToken.random();
        UUID id = Ids.isFresh(wanted, now) ? wanted : Ids.next();
        PasswordLink link = links.save(new PasswordLink(id, person.account(), token, reason, now));
        events.publishEvent(new PasswordLinkSent(now, who, id, person, reason, token, link.expiresAt()));
    }

    /**
     * Takes down that somebody has forgotten a password. Whether the address has an account is looked up later, so that no
     * answer tells, by look or by time.
     *
     * @param id the id chosen with the form
     * @param origin where it is asked from, which is counted
     */
    @Transactional
    void forget(UUID id, String email, Origin origin) {
        Instant now = clock.instant();
        var task = ForgottenTask.LOOK_UP.instance(id.toString()).data(email).build();
        if (scheduler.getObject().scheduleIfNotExists(task, now)) { // not for the second click of two
            limits.use(Limit.FORGOTTEN_PASSWORDS, origin.network(), now);
        }
    }

    /** Mails a link if the address has an account in use; at most three an hour. Earlier links stay good. */
    @Transactional
    void lookUp(UUID id, String email) {
        Optional<Actor> person = tenants.withEmail(email).flatMap(found -> tenants.hold(found.account())); // then count
        if (person.isEmpty() || links.existsById(id)) {
            return;
        }
        Instant since = clock.instant().minus(PasswordLinkRules.COUNTED);
        if (PasswordLinkRules.mail(links.countForgotten(person.get().account(), since))
                .isEmpty()) {
            mail(Who.PORTAL, id, person.get(), PasswordLinkReason.FORGOTTEN);
        }
    }

    /** Whose password the link leads to, while it does. */
    Optional<Actor> owner(String sha256) {
        Instant now = clock.instant();
        return links.findBySha256(sha256)
                .flatMap(link -> tenants.actor(link.account())
                        .filter(person -> PasswordLinkRules.choose(link.expiresAt(), true, now)
                                .isEmpty()));
    }

    /**
     * Keeps the password that the link's owner has chosen; every link of the account is used up by that.
     *
     * @return the account
     */
    @Transactional
    UUID choose(String sha256, String password) {
        passwords.check(password).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        Instant now = clock.instant();
        PasswordLink link = links.findBySha256(sha256).orElseThrow(PasswordLinkService::dead);
        String hash = passwords.hash(password); // slow on purpose, so before anything is held
        Actor person = tenants.hold(link.account()).orElseThrow(PasswordLinkService::dead);
        PasswordLinkRules.choose(link.expiresAt(), true, now).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        if (links.take(link.id()) == 0) {
            throw dead();
        }
        links.deleteAll(person.account());
        tenants.choosePassword(person.account(), hash);
        events.publishEvent(new PasswordChosen(now, person));
        return person.account();
    }

    private static RefusedException dead() {
        return new RefusedException(PasswordLinkRefusal.LINK_DEAD);
    }

    /** A link that was mailed before must not work again once the account may be used again. */
    @EventListener
    void on(AccessEnded event) {
        event.accounts().forEach(links::deleteAll);
    }
}
