package org.partnerportal.license;

import java.util.Optional;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.OnBehalfRules;
import org.partnerportal.shared.Refusal;
import org.partnerportal.subscription.SubscriptionView;
import org.partnerportal.tenant.Person;

/** Who gives licences to whom: never more than were bought. */
final class LicenseRules {

    private LicenseRules() {}

    /** Asks whether the person may get a licence of the subscription, in this admin center. */
    static Optional<Refusal> assign(AdminCenter center, Person person, SubscriptionView subscription) {
        return take(center)
                .or(() -> unless(!subscription.product().isDomain(), LicenseRefusal.NO_LICENSES))
                .or(() -> unless(!subscription.isEnded(), LicenseRefusal.SUBSCRIPTION_ENDED))
                .or(() -> unless(person.active(), LicenseRefusal.DISABLED))
                .or(() -> unless(subscription.free() > 0, LicenseRefusal.NONE_LEFT));
    }

    /** Asks whether licences may be taken from people, in this admin center. */
    static Optional<Refusal> take(AdminCenter center) {
        return OnBehalfRules.may(center, Permission.ASSIGN_LICENSES).map(Refusal.class::cast);
    }

    private static Optional<Refusal> unless(boolean fine, LicenseRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
