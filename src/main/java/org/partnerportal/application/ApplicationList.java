package org.partnerportal.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CutCount;
import org.partnerportal.shared.TenantId;

/**
 * Some apps, the newest first.
 *
 * @param lines the apps
 * @param count how many match, counted up to {@link CutCount#MOST}
 * @param next the app before which the next page begins, or null on the last
 */
record ApplicationList(
        List<Line> lines, long count, @Nullable UUID next) implements CutCount {

    /** An app as it is read. */
    record Row(UUID id, TenantId customer, TenantId partner, String name, Platform platform, Instant createdAt) {}

    /** How many versions of an app have a status. */
    record Versions(UUID application, ApplicationVersionStatus status, long number) {}

    /** The published version of an app with the highest number. */
    record Newest(UUID application, String number) {}

    /**
     * An app as it is shown.
     *
     * @param other the name of the other side: the partner for the customer, the customer for the partner
     * @param newest the number of the newest published version; empty where there is none
     * @param waiting how many versions wait for a decision
     * @param drafts how many are not submitted
     * @param rejected how many were rejected
     */
    record Line(Row application, String other, String newest, long waiting, long drafts, long rejected) {}
}
