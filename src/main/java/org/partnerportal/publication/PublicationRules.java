package org.partnerportal.publication;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.partnerportal.agreement.VersionStatus;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantRules;

/** What an operator may do with drafts and versions. */
final class PublicationRules {

    static final int LARGEST_FILE = 5 * 1024 * 1024;

    private static final Duration BETWEEN_DEMANDS = Duration.ofHours(24);
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private PublicationRules() {}

    /** Asks whether the file is small enough and says by its first bytes that it is a PDF. */
    static Optional<PublicationRefusal> file(byte[] content) {
        if (content.length > LARGEST_FILE) {
            return Optional.of(PublicationRefusal.FILE_TOO_LARGE);
        }
        return content.length > PDF.length && Arrays.equals(content, 0, PDF.length, PDF, 0, PDF.length)
                ? Optional.empty()
                : Optional.of(PublicationRefusal.FILE_NOT_PDF);
    }

    /**
     * Asks whether the person may publish the draft as it was previewed.
     *
     * @param shown the revision that the preview showed
     * @param confirmed whether the person said that there is no way back
     */
    static Optional<Refusal> publish(Actor actor, long revision, long shown, boolean confirmed) {
        Optional<Refusal> refused = TenantRules.operate(actor).map(Refusal.class::cast);
        if (refused.isPresent()) {
            return refused;
        }
        if (revision != shown) {
            return Optional.of(PublicationRefusal.DRAFT_CHANGED);
        }
        return confirmed ? Optional.empty() : Optional.of(PublicationRefusal.NOT_CONFIRMED);
    }

    /**
     * Asks whether the person may have every customer told again that it has to accept.
     *
     * @param earlier the announcements of the version so far
     */
    static Optional<Refusal> demand(Actor actor, VersionStatus status, List<AnnouncementRow> earlier, Instant now) {
        Optional<Refusal> refused = TenantRules.operate(actor).map(Refusal.class::cast);
        if (refused.isPresent()) {
            return refused;
        }
        if (status != VersionStatus.IN_FORCE) {
            return Optional.of(PublicationRefusal.NOT_IN_FORCE);
        }
        if (earlier.stream().anyMatch(AnnouncementRow::isOpen)) {
            return Optional.of(PublicationRefusal.STILL_TELLING);
        }
        return earlier.stream().anyMatch(each -> now.isBefore(each.dueAt().plus(BETWEEN_DEMANDS)))
                ? Optional.of(PublicationRefusal.TOLD_TODAY)
                : Optional.empty();
    }
}
