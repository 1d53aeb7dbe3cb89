package org.partnerportal.publication;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Looks into a file that is said to be a PDF: whoever accepts it must be able to open it. */
final class PdfCheck {

    private PdfCheck() {}

    /** What keeps the file from being taken, if anything does. */
    static Optional<PublicationRefusal> refusal(byte[] file) {
        Optional<PublicationRefusal> refusal = PublicationRules.file(file);
        return refusal.isPresent() || opens(file) ? refusal : Optional.of(PublicationRefusal.FILE_NOT_PDF);
    }

    private static boolean opens(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return !document.isEncrypted() && document.getNumberOfPages() > 0;
        } catch (IOException | RuntimeException e) {
            return false; // a damaged file breaks the reader in many ways
        }
    }
}
