package org.partnerportal.agreement;

import org.jspecify.annotations.Nullable;

/**
 * What the agreement says in one language, as a page shows it.
 *
 * @param language its language
 * @param sha256 the SHA-256 of the text or of the PDF
 * @param html the rendered text; null where it is a PDF
 * @param pdfBytes how large the PDF is; null where it is a text
 */
public record AgreementBody(
        String language,
        String sha256,
        @Nullable String html,
        @Nullable Integer pdfBytes) {

    /** The PDF's size as people read it. */
    public long kilobytes() {
        return pdfBytes == null ? 0 : Math.max(1, Math.round(pdfBytes / 1024.0));
    }
}
