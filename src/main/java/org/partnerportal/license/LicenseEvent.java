package org.partnerportal.license;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.OnBehalfEvent;
import org.partnerportal.subscription.SubscriptionView;
import org.partnerportal.tenant.Person;

/** A licence came to a person, or went. */
sealed interface LicenseEvent extends OnBehalfEvent {

    Person person();

    SubscriptionView subscription();

    @Override
    default String kind() {
        return "License" + getClass().getSimpleName();
    }

    @Override
    default UUID subject() {
        return person().account();
    }

    @Override
    default Map<String, String> details() {
        return Map.of(
                "person", person().name(),
                "signIn", person().email(),
                "product",
                        subscription().product().isSoftware()
                                ? ""
                                : subscription().product().name(),
                "software", subscription().title().all(),
                "reference", subscription().reference());
    }

    /** The person has one. */
    record Assigned(Instant at, AdminCenter center, Person person, SubscriptionView subscription)
            implements LicenseEvent {}

    /** The person has none any more. */
    record Taken(Instant at, AdminCenter center, Person person, SubscriptionView subscription)
            implements LicenseEvent {}
}
