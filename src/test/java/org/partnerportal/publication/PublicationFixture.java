package org.partnerportal.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.partnerportal.agreement.NewAgreement;

/** Versions of tests. */
final class PublicationFixture {

    private PublicationFixture() {}

    /** A name that no other test uses. */
    static String name() {
        return "v" + UUID.randomUUID().toString().substring(0, 30);
    }

    static NewAgreement agreement(String name, @Nullable Instant effectiveAt) {
        return new NewAgreement(
                name,
                effectiveAt,
                List.of(
                        new NewAgreement.Text("en", "# Terms of " + name, null),
                        new NewAgreement.Text("ja", "# 条項 " + name, null)));
    }

    /** A small PDF with that many empty pages, which makes it another file. */
    static byte[] pdf(int pages) {
        try (var document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            var file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
