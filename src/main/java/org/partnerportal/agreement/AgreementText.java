package org.partnerportal.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

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
                ? new AgreementText(text.language(), text.body(), sha256(bytes(text.body())), null)
                : new AgreementText(text.language(), "", file, file);
    }

    /** Whether it is what was published. */
    boolean isGenuine() {
        return fileSha256 == null ? sha256.equals(sha256(bytes(body))) : sha256.equals(fileSha256);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
