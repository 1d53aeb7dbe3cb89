package org.partnerportal.referral;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.FirstRequests;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the pages of customers and partners with which requests their relationships began. */
@Component
@Transactional(readOnly = true)
class ReferralBeginnings implements FirstRequests {

    private final ReferralRepository referrals;

    ReferralBeginnings(ReferralRepository referrals) {
        this.referrals = referrals;
    }

    @Override
    public List<Request> toPartner(Actor actor, TenantId partner) {
        return between(
                partner,
                actor.tenant(),
                referral -> ReferralRules.maySee(referral, actor) ? "/requests/" + referral.id() : null);
    }

    @Override
    public List<Request> fromCustomer(Actor actor, TenantId customer) {
        Optional<ReferralRefusal> refusal = ReferralRules.work(actor);
        return between(
                actor.tenant(), customer, referral -> refusal.isEmpty() ? "/partner/referrals/" + referral.id() : null);
    }

    private List<Request> between(TenantId partner, TenantId customer, Function<Referral, @Nullable String> path) {
        return referrals.thatBegan(partner, customer).stream()
                .map(referral -> new Request(
                        referral.facts().reference(),
                        referral.name(),
                        referral.createdAt(),
                        Objects.requireNonNull(referral.relationship()),
                        path.apply(referral)))
                .toList();
    }
}
