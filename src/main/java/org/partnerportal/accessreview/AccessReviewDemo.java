package org.partnerportal.accessreview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives one demo customer a review of last quarter, in which all was kept, and one that is open. */
@Component
@Order(6)
class AccessReviewDemo implements ApplicationRunner {

    private static final Duration OPENED_AGO = Duration.ofDays(92);
    private static final Duration SIGNED_AGO = Duration.ofDays(87);

    private final AccessReviewRepository reviews;
    private final AccessReviewService service;
    private final RelationshipService relationships;
    private final TenantService tenants;
    private final AccessReviewProperties properties;
    private final DemoData demoData;
    private final Clock clock;

    AccessReviewDemo(
            AccessReviewRepository reviews,
            AccessReviewService service,
            RelationshipService relationships,
            TenantService tenants,
            AccessReviewProperties properties,
            DemoData demoData,
            Clock clock) {
        this.reviews = reviews;
        this.service = service;
        this.relationships = relationships;
        this.tenants = tenants;
        this.properties = properties;
        this.demoData = demoData;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!demoData.isOn() || reviews.existsBy()) {
            return;
        }
        Actor signer = person("olivia@alderfinch.example");
        TenantId partner = person("sam@brightwater.example").tenant();
        Instant now = clock.instant();
        Instant signedAt = now.minus(SIGNED_AGO);
        // no event: the trail goes by time, and this is a past that nobody was told of
        AccessReview past =
                new AccessReview(signer.tenant(), Who.PORTAL, properties.answerWithin(), now.minus(OPENED_AGO));
        List<AccessGrant> held = heldAt(signedAt, signer, partner);
        past.finish(held, List.of(), keepAll(held), signer, signedAt);
        reviews.save(past);
        service.openNow(signer.tenant(), now);
    }

    private List<AccessGrant> heldAt(Instant time, Actor signer, TenantId partner) {
        return service.grants(
                signer.tenant(),
                relationships.withPartner(signer, partner).stream()
                        .filter(relationship -> relationship.startedAt().isBefore(time))
                        .flatMap(relationship -> relationship.grants().stream()
                                .filter(grant -> AccessReviewRules.wasHeld(relationship, grant.role(), time))
                                .map(grant -> new AccessReviewService.Held(relationship, grant.role())))
                        .toList());
    }

    private static AccessReviewAnswers keepAll(List<AccessGrant> held) {
        Set<GrantKey> keys = held.stream().map(AccessGrant::key).collect(Collectors.toSet());
        Map<GrantKey, Decision> decisions =
                keys.stream().collect(Collectors.toMap(Function.identity(), key -> Decision.KEPT));
        return new AccessReviewAnswers(keys, decisions, "Checked with the IT team: all of it is needed.", true);
    }

    private Actor person(String email) {
        return tenants.actor(tenants.credentials(email).orElseThrow().account()).orElseThrow();
    }
}
