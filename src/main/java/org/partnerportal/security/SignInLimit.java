package org.partnerportal.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.partnerportal.limit.Limit;
import org.partnerportal.limit.Limits;
import org.partnerportal.shared.Limited;
import org.partnerportal.shared.LimitedException;
import org.partnerportal.shared.Origin;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts tries to sign in, for each address and network by itself. A try counts as failed until it succeeds, so that many at
 * the same moment are no more than the limit; that an account exists changes nothing.
 */
@Service
class SignInLimit {

    private final Limits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInLimit(Limits limits, PlatformTransactionManager transactions, Clock clock) {
        this.limits = limits;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Counts a try; tells what to say instead when there were too many. */
    Optional<Limited> begin(String email, Origin origin) {
        Instant now = clock.instant();
        Optional<Limited> network = limits.reached(Limit.NETWORK_FAILURES, origin.network(), now);
        if (network.isPresent()) {
            return network;
        }
        try {
            transaction.executeWithoutResult(status -> limits.use(Limit.SIGN_IN_FAILURES, subject(email, origin), now));
            return Optional.empty();
        } catch (LimitedException limited) {
            return Optional.of(limited.limited());
        }
    }

    /** Forgets the failures before a success. */
    void succeeded(String email, Origin origin) {
        transaction.executeWithoutResult(status -> limits.forget(Limit.SIGN_IN_FAILURES, subject(email, origin)));
    }

    /** Counts a failure of the network, whatever the account. */
    void failed(Origin origin) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (limits.reached(Limit.NETWORK_FAILURES, origin.network(), now).isEmpty()) {
                limits.use(Limit.NETWORK_FAILURES, origin.network(), now);
            }
        });
    }

    private static String subject(String email, Origin origin) {
        return email.strip().toLowerCase(Locale.ROOT) + "\n" + origin.network();
    }
}
