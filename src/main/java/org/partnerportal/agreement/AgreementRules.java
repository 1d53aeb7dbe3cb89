package org.partnerportal.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.PlainText;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantRules;

/** When the agreement may be accepted, which version is in force, and what may be published. */
public final class AgreementRules {

    public static final int LONGEST_NAME = 40;
    public static final int LONGEST_TEXT = 60_000;

    private AgreementRules() {}

    /**
     * Asks whether the person may accept the agreement for the organisation.
     *
     * @param shown the version that the page showed
     * @param current the version in force
     * @param read whether the box "I have read" was ticked
     */
    public static Optional<AgreementRefusal> accept(Actor actor, @Nullable UUID shown, UUID current, boolean read) {
        if (!mayAccept(actor)) {
            return Optional.of(AgreementRefusal.NEEDS_BILLING_ADMINISTRATOR);
        }
        if (!current.equals(shown)) {
            return Optional.of(AgreementRefusal.VERSION_CHANGED);
        }
        return read ? Optional.empty() : Optional.of(AgreementRefusal.NOT_READ);
    }

    /** Whether the person could accept at all; the page shows the form only then. */
    public static boolean mayAccept(Actor actor) {
        return actor.isAtLeastBillingAdministrator();
    }

    /**
     * Where each of all published versions stands. In force is the one that became effective last; of two that became
     * effective at the same instant, the one published later.
     */
    static VersionStatus status(AgreementVersion.Row version, List<AgreementVersion.Row> all, Instant now) {
        if (now.isBefore(version.effectiveAt())) {
            return VersionStatus.SCHEDULED;
        }
        boolean last = all.stream()
                .filter(other -> !now.isBefore(other.effectiveAt()))
                .max(Comparator.comparing(AgreementVersion.Row::effectiveAt).thenComparing(AgreementVersion.Row::id))
                .filter(other -> other.id().equals(version.id()))
                .isPresent();
        return last ? VersionStatus.IN_FORCE : VersionStatus.REPLACED;
    }

    /** Where a customer stands who has, or has not, accepted the version in force, or any. */
    static AgreementStanding standing(boolean current, boolean any) {
        if (current) {
            return AgreementStanding.ACCEPTED;
        }
        return any ? AgreementStanding.ACCEPT_AGAIN : AgreementStanding.NEVER_ACCEPTED;
    }

    /**
     * What keeps a version from being published.
     *
     * @param refusal what is wrong
     * @param field the form field that it is about; for a text, its language and then the field
     */
    public record Flaw(Refusal refusal, String field) {}

    /**
     * Asks whether the person may publish that now; names everything that is wrong.
     *
     * @param nameTaken whether another version has the name
     * @param kept which PDFs are kept, by their SHA-256
     */
    public static List<Flaw> publish(
            Actor actor, NewAgreement version, boolean nameTaken, Predicate<String> kept, Instant now) {
        List<Flaw> flaws = new ArrayList<>();
        TenantRules.operate(actor).ifPresent(refusal -> flaws.add(new Flaw(refusal, refusal.field())));
        name(version.name(), nameTaken).ifPresent(refusal -> flaws.add(new Flaw(refusal, refusal.field())));
        effective(version.effectiveAt(), now).ifPresent(refusal -> flaws.add(new Flaw(refusal, refusal.field())));
        for (var language : Languages.LOCALES) {
            String code = language.getLanguage();
            text(version.text(code), kept).ifPresent(refusal -> flaws.add(new Flaw(refusal, code + refusal.field())));
        }
        return flaws;
    }

    private static Optional<AgreementRefusal> name(String name, boolean taken) {
        if (name.isBlank()) {
            return Optional.of(AgreementRefusal.NAME_MISSING);
        }
        if (name.length() > LONGEST_NAME || !PlainText.isOneLine(name) || !PlainText.isVisible(name)) {
            return Optional.of(AgreementRefusal.NAME_UNSUITABLE);
        }
        return taken ? Optional.of(AgreementRefusal.NAME_TAKEN) : Optional.empty();
    }

    private static Optional<AgreementRefusal> effective(@Nullable Instant effectiveAt, Instant now) {
        return effectiveAt != null && effectiveAt.isBefore(now)
                ? Optional.of(AgreementRefusal.EFFECTIVE_IN_PAST)
                : Optional.empty();
    }

    private static Optional<AgreementRefusal> text(NewAgreement.Text text, Predicate<String> kept) {
        String file = text.file();
        if (file != null) {
            return kept.test(file) ? Optional.empty() : Optional.of(AgreementRefusal.FILE_MISSING);
        }
        if (text.body().isBlank()) {
            return Optional.of(AgreementRefusal.TEXT_MISSING);
        }
        return text.body().length() > LONGEST_TEXT ? Optional.of(AgreementRefusal.TEXT_TOO_LONG) : Optional.empty();
    }
}
