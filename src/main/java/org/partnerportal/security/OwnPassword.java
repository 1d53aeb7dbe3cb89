package org.partnerportal.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnerportal.shared.Limited;
import org.partnerportal.shared.LimitedException;
import org.partnerportal.shared.Origin;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Credentials;
import org.partnerportal.tenant.Passwords;
import org.partnerportal.tenant.Person;
import org.partnerportal.tenant.TenantRefusal;
import org.partnerportal.tenant.TenantRules;
import org.partnerportal.tenant.TenantService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How a person replaces the own password. Guessing the present one counts as failing to sign in. */
@Service
class OwnPassword {

    private final TenantService tenants;
    private final Passwords passwords;
    private final SignInLimit limit;
    private final SignInTrail trail;
    private final TransactionTemplate transaction;

    OwnPassword(
            TenantService tenants,
            Passwords passwords,
            SignInLimit limit,
            SignInTrail trail,
            PlatformTransactionManager transactions) {
        this.tenants = tenants;
        this.passwords = passwords;
        this.limit = limit;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** When the present password came to be; a form says which password it was shown for. */
    String shown(Actor actor) {
        return tenants.person(actor.tenant(), actor.account())
                .map(Person::passwordChosenAt)
                .map(Instant::toString)
                .orElse("");
    }

    /**
     * Replaces the password, or tells everything that is wrong with it; the same twice is done once.
     *
     * @param shown for which password the form was shown
     * @throws LimitedException after too many wrong ones
     */
    List<TenantRefusal> change(Actor actor, String shown, String current, String chosen, Origin origin) {
        Optional<Limited> limited = limit.begin(actor.email(), origin);
        if (limited.isPresent()) {
            throw new LimitedException(limited.get());
        }
        String hash = hash(actor);
        boolean known = passwords.matches(current, hash);
        boolean same = passwords.matches(chosen, hash);
        if (same && !shown.equals(shown(actor))) {
            limit.succeeded(actor.email(), origin);
            return List.of(); // the second click of two: the first one has made it so
        }
        if (!known) {
            limit.failed(origin);
        }
        List<TenantRefusal> wrong = TenantRules.changePassword(known, same, chosen, passwords.tooCommon())
                .toList();
        if (!wrong.isEmpty()) {
            return wrong;
        }
        limit.succeeded(actor.email(), origin);
        String replaced = passwords.hash(chosen); // slow on purpose, so before anything is held
        boolean done = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean still = tenants.replacePassword(actor.account(), hash, replaced);
            if (still) {
                trail.passwordChanged(actor.account());
            }
            return still;
        }));
        boolean isSo = done || passwords.matches(chosen, hash(actor)); // else somebody has reset it meanwhile
        return isSo ? List.of() : List.of(TenantRefusal.PASSWORD_WRONG);
    }

    private String hash(Actor actor) {
        return tenants.credentials(actor.email()).map(Credentials::passwordHash).orElse("");
    }
}
