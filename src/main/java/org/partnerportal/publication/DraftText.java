package org.partnerportal.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What a draft says in one language: a text, or a PDF that is kept under its SHA-256. */
@Embeddable
record DraftText(
        String language,
        @Column(columnDefinition = "text") String body,
        @Nullable String fileSha256) {}
