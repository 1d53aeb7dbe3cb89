package org.partnerportal.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.partnerportal.shared.Due;
import org.partnerportal.shared.Who;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What time does with requests: reminds, ends, deletes. */
@Service
@Transactional(readOnly = true)
class ReferralSteps {

    private final ReferralRepository referrals;
    private final ReferralStepRepository steps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferralSteps(
            ReferralRepository referrals, ReferralStepRepository steps, ApplicationEventPublisher events, Clock clock) {
        this.referrals = referrals;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    /** Some of the requests with which time has something to do, behind that one. */
    List<Due> due(Due after, int most) {
        return referrals.due(clock.instant(), after.at(), after.id(), org.springframework.data.domain.Limit.of(most));
    }

    /** Does with these what is due, each with its latest step only: of what was missed meanwhile nothing is made up for. */
    @Transactional
    void takeSteps(List<UUID> ids) {
        Instant now = clock.instant();
        ids.stream()
                .flatMap(id -> referrals.lock(id).stream())
                .filter(referral -> isDue(referral, now))
                .forEach(referral -> takeStep(referral, now));
    }

    private static boolean isDue(Referral referral, Instant now) {
        return Stream.ofNullable(referral.dueAt()).anyMatch(due -> !due.isAfter(now));
    }

    private void takeStep(Referral referral, Instant now) {
        if (referral.status() == ReferralStatus.UNCONFIRMED) {
            referrals.delete(referral); // nobody stands by what it holds
        } else if (ReferralRules.isExpired(referral.status(), referral.receivedAt(), now)) {
            referral.expire(now);
            steps.add(referral, StepKind.EXPIRED, Who.PORTAL, now, "");
            events.publishEvent(new ReferralEvent.Expired(now, Who.PORTAL, referral.facts()));
        } else {
            referral.remind();
            steps.add(referral, StepKind.REMINDED, Who.PORTAL, now, "");
            events.publishEvent(new ReferralEvent.Reminded(now, Who.PORTAL, referral.facts()));
        }
    }
}
