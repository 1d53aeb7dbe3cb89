package org.partnerportal.application;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.Folding;
import org.partnerportal.shared.PlainText;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;

/** Who does what with apps and their versions, and what a version has to be. */
final class ApplicationRules {

    static final int LONGEST_NAME = 80;
    static final int LONGEST_DESCRIPTION = 2_000;
    static final int LONGEST_NOTES = 4_000;
    static final int LONGEST_REASON = 1_000;

    /** A reason that helps the partner has at least so many letters. */
    static final int SHORTEST_REASON = 10;

    static final long MOST_BYTES = 50L * 1024 * 1024;

    /** Of one partner for one customer. */
    static final int MOST_APPLICATIONS = 200;

    /** Of one app, without those that the customer approved once: nobody fills the storage without the customer's consent. */
    static final int MOST_UNAPPROVED = 20;

    private ApplicationRules() {}

    // the partner

    /** Asks whether the person may see and manage the apps that the own organisation makes. */
    static Optional<ApplicationRefusal> manage(Actor actor) {
        return actor.partner() && actor.holds(AdminRole.ADMIN_AGENT)
                ? Optional.empty()
                : Optional.of(ApplicationRefusal.NEEDS_ADMIN_AGENT);
    }

    /**
     * Whether a partner works on a customer's apps now.
     *
     * @param inForce the types of the relationships that are in force between the two
     * @param active whether the customer's organisation is in use
     */
    static boolean isDeveloper(Collection<PartnerType> inForce, boolean active) {
        return active && inForce.stream().anyMatch(PartnerType::developsApplications);
    }

    /** Asks whether the person may work on an app now. */
    static Optional<ApplicationRefusal> work(Actor actor, boolean developer) {
        Optional<ApplicationRefusal> refusal = manage(actor);
        return refusal.isPresent() || developer ? refusal : Optional.of(ApplicationRefusal.RELATIONSHIP_OVER);
    }

    /** Asks whether another app may be made, of so many that there are for that customer. */
    static Optional<ApplicationRefusal> add(Actor actor, boolean developer, long applications) {
        return work(actor, developer)
                .or(() -> applications < MOST_APPLICATIONS
                        ? Optional.empty()
                        : Optional.of(ApplicationRefusal.TOO_MANY_APPLICATIONS));
    }

    /**
     * Asks whether an app may have that name beside the partner's others for the same customer. Case, width and signs tell no
     * two names apart.
     *
     * @param others the others' names
     */
    static Optional<ApplicationRefusal> name(String name, Collection<String> others) {
        String folded = Folding.fold(name);
        return unless(others.stream().map(Folding::fold).noneMatch(folded::equals), ApplicationRefusal.NAME_TAKEN);
    }

    /** Asks whether another version may be uploaded, of so many that were never approved. */
    static Optional<ApplicationRefusal> upload(Actor actor, boolean developer, long unapproved) {
        return work(actor, developer)
                .or(() -> unapproved < MOST_UNAPPROVED
                        ? Optional.empty()
                        : Optional.of(ApplicationRefusal.TOO_MANY_VERSIONS));
    }

    static Optional<ApplicationRefusal> submit(ApplicationVersionStatus status, Actor actor, boolean developer) {
        return work(actor, developer)
                .or(() ->
                        unless(status.canBecome(ApplicationVersionStatus.SUBMITTED), ApplicationRefusal.NOT_TO_SUBMIT));
    }

    static Optional<ApplicationRefusal> withdraw(ApplicationVersionStatus status, Actor actor, boolean developer) {
        return work(actor, developer)
                .or(() -> unless(status.canBecome(ApplicationVersionStatus.WITHDRAWN), ApplicationRefusal.NOT_WAITING));
    }

    static Optional<ApplicationRefusal> delete(ApplicationVersionStatus status, Actor actor, boolean developer) {
        return work(actor, developer).or(() -> unless(status.isDeletable(), ApplicationRefusal.NOT_TO_DELETE));
    }

    /** Asks whether the partner's person may take a published version out. */
    static Optional<ApplicationRefusal> retireAsPartner(
            ApplicationVersionStatus status, Actor actor, boolean developer) {
        return work(actor, developer)
                .or(() -> unless(status.canBecome(ApplicationVersionStatus.RETIRED), ApplicationRefusal.NOT_PUBLISHED));
    }

    // the customer

    /** Whether the person sees every version that was ever submitted; the others see what is published. */
    static boolean seesAll(Actor actor) {
        return actor.holds(AdminRole.GLOBAL_ADMINISTRATOR) || actor.holds(AdminRole.GLOBAL_READER);
    }

    static boolean maySee(ApplicationVersionStatus status, Actor actor) {
        return switch (status) {
            case DRAFT -> false;
            case PUBLISHED -> true;
            case SUBMITTED, REJECTED, WITHDRAWN, RETIRED -> seesAll(actor);
        };
    }

    /** Whether the customer's person may have the package: whoever decides has to look at it first. */
    static boolean mayDownload(ApplicationVersionStatus status, Actor actor) {
        return status == ApplicationVersionStatus.PUBLISHED
                || (status == ApplicationVersionStatus.SUBMITTED && seesAll(actor));
    }

    /** Asks whether the person may decide about versions, in the own organisation only: nobody approves on its behalf. */
    static Optional<ApplicationRefusal> decide(Actor actor) {
        return unless(actor.holds(AdminRole.GLOBAL_ADMINISTRATOR), ApplicationRefusal.NEEDS_GLOBAL_ADMINISTRATOR);
    }

    static Optional<ApplicationRefusal> approve(ApplicationVersionStatus status, Actor actor, boolean developer) {
        return decide(actor)
                .or(() -> unless(status.canBecome(ApplicationVersionStatus.PUBLISHED), ApplicationRefusal.NOT_WAITING))
                .or(() -> unless(developer, ApplicationRefusal.PARTNER_GONE));
    }

    static Optional<ApplicationRefusal> reject(ApplicationVersionStatus status, Actor actor) {
        return decide(actor)
                .or(() -> unless(status.canBecome(ApplicationVersionStatus.REJECTED), ApplicationRefusal.NOT_WAITING));
    }

    /** Asks whether the customer's person may take a published version out; also after the partner is gone. */
    static Optional<ApplicationRefusal> retireAsCustomer(ApplicationVersionStatus status, Actor actor) {
        return decide(actor)
                .or(() -> unless(status.canBecome(ApplicationVersionStatus.RETIRED), ApplicationRefusal.NOT_PUBLISHED));
    }

    // what is typed and uploaded

    /** Everything that is wrong with an app's entry. */
    static Stream<ApplicationRefusal> entry(
            String name, String descriptionEn, String descriptionJa, @Nullable Platform platform) {
        return Stream.of(
                        unless(PlainText.isLine(name, LONGEST_NAME), ApplicationRefusal.NAME_MALFORMED),
                        unless(
                                !(descriptionEn.isEmpty() && descriptionJa.isEmpty()),
                                ApplicationRefusal.DESCRIPTION_MISSING),
                        unless(isDescription(descriptionEn), ApplicationRefusal.DESCRIPTION_EN_MALFORMED),
                        unless(isDescription(descriptionJa), ApplicationRefusal.DESCRIPTION_JA_MALFORMED),
                        unless(platform != null, ApplicationRefusal.PLATFORM_MISSING))
                .flatMap(Optional::stream);
    }

    private static boolean isDescription(String text) {
        return text.isEmpty() || PlainText.isText(text, LONGEST_DESCRIPTION);
    }

    /**
     * Everything that is wrong with a version.
     *
     * @param taken the keys of the numbers that the app's versions have
     */
    static Stream<ApplicationRefusal> version(NewVersion version, Collection<String> taken, Platform platform) {
        Optional<VersionNumber> number = VersionNumber.of(version.number());
        return Stream.of(
                        unless(number.isPresent(), ApplicationRefusal.NUMBER_MALFORMED),
                        unless(
                                number.isEmpty() || !taken.contains(number.get().key()),
                                ApplicationRefusal.NUMBER_TAKEN),
                        unless(PlainText.isText(version.notes(), LONGEST_NOTES), ApplicationRefusal.NOTES_MALFORMED),
                        file(version, platform))
                .flatMap(Optional::stream);
    }

    private static Optional<ApplicationRefusal> file(NewVersion version, Platform platform) {
        if (version.fileName().isEmpty() || version.bytes() == 0) {
            return Optional.of(ApplicationRefusal.FILE_MISSING);
        }
        if (version.bytes() > MOST_BYTES) {
            return Optional.of(ApplicationRefusal.FILE_TOO_LARGE);
        }
        Optional<PackageType> type = PackageType.of(version.fileName());
        if (type.isEmpty()) {
            return Optional.of(ApplicationRefusal.FILE_TYPE_UNKNOWN);
        }
        if (!type.get().runsOn(platform)) {
            return Optional.of(ApplicationRefusal.FILE_TYPE_OF_OTHER_PLATFORM);
        }
        return unless(type.get().fits(version.head()), ApplicationRefusal.FILE_CONTENT_OTHER)
                .or(() -> unless(version.whole(), ApplicationRefusal.FILE_NOT_WHOLE));
    }

    static Optional<ApplicationRefusal> reason(String reason) {
        return unless(
                reason.length() >= SHORTEST_REASON && PlainText.isText(reason, LONGEST_REASON),
                ApplicationRefusal.REASON_MALFORMED);
    }

    private static Optional<ApplicationRefusal> unless(boolean holds, ApplicationRefusal refusal) {
        return holds ? Optional.empty() : Optional.of(refusal);
    }
}
