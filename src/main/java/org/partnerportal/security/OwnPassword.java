package org.partnerportal.security;

import java.util.List;
import java.util.Optional;
import org.partnerportal.shared.Limited;
import org.partnerportal.shared.LimitedException;
import org.partnerportal.shared.Origin;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Credentials;
import org.partnerportal.tenant.Passwords;
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

    /**
     * Replaces the password, or tells everything that is wrong with it; the same twice is done once.
     *
     * @throws LimitedException after too many wrong ones
     */
    List<TenantRefusal> change(Actor actor, String current, String chosen, Origin origin) {
        Optional<Limited> limited = limit.begin(actor.email(), origin);
        if (limited.isPresent()) {
            throw new LimitedException(limited.get());
        }
        String hash = tenants.credentials(actor.email())
                .map(Credentials::passwordHash)
                .orElse("");
        boolean known = passwords.matches(current, hash);
        boolean same = passwords.matches(chosen, hash);
        if (same && !known) {
            return List.of(); // the second click of two
        }
        List<TenantRefusal> wrong = TenantRules.changePassword(known, same, chosen, passwords.tooCommon())
                .toList();
        if (known) {
            limit.succeeded(actor.email(), origin);
        }
        if (wrong.isEmpty()) {
            String replaced = passwords.hash(chosen); // slow on purpose, so before anything is held
            transaction.executeWithoutResult(status -> {
                tenants.choosePassword(actor.account(), replaced);
                trail.passwordChanged(actor.account());
            });
        }
        return wrong;
    }
}
