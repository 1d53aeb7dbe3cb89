package org.partnerportal.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnerportal.agreement.VersionStatus;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantRefusal;

/** What an operator may do with drafts and versions. */
class PublicationRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Actor ROBIN = Actors.person("robin@portal.example", AdminRole.OPERATOR);
    private static final Actor OLIVIA = Actors.globalAdministrator("olivia@alder.example");

    private static byte[] file(String start, int length) {
        byte[] file = new byte[length];
        Arrays.fill(file, (byte) ' ');
        byte[] first = start.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(first, 0, file, 0, first.length);
        return file;
    }

    @Test
    void aPdfOfFiveMegabytesIsTakenAndOneByteMoreIsNot() {
        assertThat(PublicationRules.file(file("%PDF-1.7", 5 * 1024 * 1024))).isEmpty();
        assertThat(PublicationRules.file(file("%PDF-1.7", 5 * 1024 * 1024 + 1)))
                .contains(PublicationRefusal.FILE_TOO_LARGE);
    }

    @Test
    void whatIsNoPdfIsNotTakenWhateverItsName() {
        assertThat(PublicationRules.file(file("<html>", 100))).contains(PublicationRefusal.FILE_NOT_PDF);
        assertThat(PublicationRules.file(file("%PDF", 4))).contains(PublicationRefusal.FILE_NOT_PDF);
        assertThat(PublicationRules.file(new byte[0])).contains(PublicationRefusal.FILE_NOT_PDF);
        assertThat(PdfCheck.refusal(file("%PDF-1.7 and then nonsense", 1_000)))
                .contains(PublicationRefusal.FILE_NOT_PDF);
    }

    @Test
    void whatWasPreviewedAndConfirmedIsPublished() {
        assertThat(PublicationRules.publish(ROBIN, 3, 3, true)).isEmpty();
    }

    @Test
    void onlyAnOperatorPublishes() {
        assertThat(PublicationRules.publish(OLIVIA, 3, 2, false)).contains(TenantRefusal.NEEDS_OPERATOR);
    }

    @Test
    void whatWasChangedAfterThePreviewIsNotPublished() {
        assertThat(PublicationRules.publish(ROBIN, 3, 2, false)).contains(PublicationRefusal.DRAFT_CHANGED);
    }

    @Test
    void nothingIsPublishedWithoutSayingThatThereIsNoWayBack() {
        assertThat(PublicationRules.publish(ROBIN, 3, 3, false)).contains(PublicationRefusal.NOT_CONFIRMED);
    }

    private static AnnouncementRow told(Instant dueAt, @Nullable Instant finishedAt) {
        return new AnnouncementRow(new UUID(0, 1), AnnouncementReason.PUBLISHED, "robin", dueAt, 5, finishedAt);
    }

    @Test
    void acceptanceIsDemandedAgainAfterADayAndNotAnInstantEarlier() {
        Instant dayAgo = NOW.minus(Duration.ofDays(1));

        assertThat(PublicationRules.demand(ROBIN, VersionStatus.IN_FORCE, List.of(), NOW))
                .isEmpty();
        assertThat(PublicationRules.demand(ROBIN, VersionStatus.IN_FORCE, List.of(told(dayAgo, NOW)), NOW))
                .isEmpty();
        assertThat(PublicationRules.demand(
                        ROBIN, VersionStatus.IN_FORCE, List.of(told(dayAgo.plusNanos(1_000), NOW)), NOW))
                .contains(PublicationRefusal.TOLD_TODAY);
    }

    @Test
    void acceptanceIsNotDemandedWhileTheCustomersAreBeingTold() {
        Instant weekAgo = NOW.minus(Duration.ofDays(7));

        assertThat(PublicationRules.demand(ROBIN, VersionStatus.IN_FORCE, List.of(told(weekAgo, null)), NOW))
                .contains(PublicationRefusal.STILL_TELLING);
    }

    @Test
    void onlyWhatIsInForceIsDemanded() {
        for (VersionStatus status : List.of(VersionStatus.SCHEDULED, VersionStatus.REPLACED)) {
            assertThat(PublicationRules.demand(ROBIN, status, List.of(told(NOW, null)), NOW))
                    .contains(PublicationRefusal.NOT_IN_FORCE);
        }
    }

    @Test
    void onlyAnOperatorDemands() {
        assertThat(PublicationRules.demand(OLIVIA, VersionStatus.REPLACED, List.of(), NOW))
                .contains(TenantRefusal.NEEDS_OPERATOR);
    }
}
