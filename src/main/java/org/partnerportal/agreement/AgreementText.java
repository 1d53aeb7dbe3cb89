package org.partnerportal.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Secrets;

/**
 * The agreement in one language, with its SHA-256: a text in Markdown, or a PDF.
 *
 * @param body the text; empty where it is a PDF
 * @param sha256 of the text in UTF-8, or of the PDF
 * @param fileSha256 the PDF, or null where it is a text
 */
@Embeddable
record AgreementText(
        String language,
        @Column(columnDefinition = "text") String body,
        String sha256,
        @Nullable String fileSha256) {

    static AgreementText of(NewAgreement.Text text) {
        String file = text.file();
        return file == null
                ? new AgreementText(text.language(), text.body(), Secrets.sha256(text.body()), null)
                : new AgreementText(text.language(), "", file, file);
    }

    /** Whether it is what was published. */
    boolean isGenuine() {
        return fileSha256 == null ? sha256.equals(Secrets.sha256(body)) : sha256.equals(fileSha256);
    }
}
