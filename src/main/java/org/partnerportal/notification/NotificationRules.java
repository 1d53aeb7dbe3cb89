package org.partnerportal.notification;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.partnerportal.shared.EmailAddress;
import org.partnerportal.shared.Languages;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;

/** Who looks after an organisation's addresses, and what an address must be. */
final class NotificationRules {

    /** More is a mailing list, which can be one address. */
    static final int MOST = 20;

    private NotificationRules() {}

    /** Asks whether the person may see and change the organisation's addresses. */
    static Optional<NotificationRefusal> manage(Actor actor) {
        boolean may = actor.isAtLeastBillingAdministrator() || (actor.partner() && actor.holds(AdminRole.ADMIN_AGENT));
        return unless(may, NotificationRefusal.NEEDS_ADMIN);
    }

    /**
     * Asks whether one more may be added.
     *
     * @param addresses how many the organisation has
     */
    static Optional<NotificationRefusal> add(Actor actor, long addresses) {
        return manage(actor).or(() -> unless(addresses < MOST, NotificationRefusal.TOO_MANY));
    }

    /**
     * Asks whether an address can be this.
     *
     * @param taken whether the organisation has it already
     * @return everything that is wrong, one refusal for each field
     */
    static Stream<NotificationRefusal> address(String email, boolean taken, String language, Set<MailTopic> topics) {
        return Stream.of(
                        unless(EmailAddress.isWellFormed(email), NotificationRefusal.EMAIL_MALFORMED)
                                .or(() -> unless(!taken, NotificationRefusal.EMAIL_TAKEN)),
                        unless(Languages.CODES.contains(language), NotificationRefusal.LANGUAGE_UNKNOWN),
                        topics(topics))
                .flatMap(Optional::stream);
    }

    /** Asks whether an address can get these. */
    static Optional<NotificationRefusal> topics(Set<MailTopic> topics) {
        return unless(
                !topics.isEmpty() && topics.stream().allMatch(MailTopic::isForAddresses),
                NotificationRefusal.TOPICS_MISSING);
    }

    private static Optional<NotificationRefusal> unless(boolean fine, NotificationRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
