package org.partnerportal.application;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.TenantId;

/** An app with everything that its pages show beside the versions. */
record ApplicationView(
        UUID id,
        TenantId customer,
        TenantId partner,
        String name,
        String descriptionEn,
        String descriptionJa,
        Platform platform,
        Instant createdAt,
        String createdBy) {

    /** In the reader's language where it is written in it, else in the other. */
    public String description(Locale locale) {
        boolean japanese = locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
        String wanted = japanese ? descriptionJa : descriptionEn;
        return wanted.isEmpty() ? descriptionEn + descriptionJa : wanted;
    }

    /** The language of what {@link #description} gives. */
    public String language(Locale locale) {
        return description(locale).equals(descriptionJa) ? "ja" : "en";
    }

    /** A version as its pages show it. */
    record Version(
            UUID id,
            String number,
            String notes,
            String fileName,
            PackageType fileType,
            long bytes,
            String sha256,
            ApplicationVersionStatus status,
            Instant createdAt,
            String createdBy,
            @Nullable Instant submittedAt,
            @Nullable String submittedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String reason,
            @Nullable Instant retiredAt,
            @Nullable String retiredBy) {

        private static final double KILOBYTE = 1024;
        private static final double MEGABYTE = KILOBYTE * KILOBYTE;

        /** The key of the text for its size, in the largest unit of which it has one. */
        public String sizeKey() {
            return "application.size." + (bytes >= MEGABYTE ? "MEGABYTE" : bytes >= KILOBYTE ? "KILOBYTE" : "bytes");
        }

        /** Its size in the unit of {@link #sizeKey}. */
        public double size() {
            return bytes >= MEGABYTE ? bytes / MEGABYTE : bytes >= KILOBYTE ? bytes / KILOBYTE : bytes;
        }

        /** The digits in groups, which two people can compare. */
        public String groupedSha256() {
            return sha256.replaceAll("(.{8})(?!$)", "$1 ");
        }
    }

    /**
     * An app's page.
     *
     * @param other the name of the other side: the partner for the customer, the customer for the partner
     * @param developer whether the partner works on the customer's apps now
     * @param versions those that the reader may see, the highest number first
     * @param newest the published version with the highest number, or null
     * @param editRefusal why the reader can't change the entry now, or null
     * @param uploadRefusal why the reader can upload no version now, or null
     */
    record Shown(
            ApplicationView application,
            String other,
            boolean developer,
            List<Version> versions,
            @Nullable UUID newest,
            @Nullable Refusal editRefusal,
            @Nullable Refusal uploadRefusal) {}

    /** Why the reader can't do something with a version now; null where it can. */
    record May(
            @Nullable Refusal submit,
            @Nullable Refusal withdraw,
            @Nullable Refusal delete,
            @Nullable Refusal approve,
            @Nullable Refusal reject,
            @Nullable Refusal retire,
            boolean download) {}

    /** A version's page. */
    record ShownVersion(Shown shown, Version version, May may) {

        public boolean isNewest() {
            return version.id().equals(shown.newest());
        }
    }
}
