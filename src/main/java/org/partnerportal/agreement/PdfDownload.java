package org.partnerportal.agreement;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A PDF as the portal hands it out: to be kept, never run in a page of the portal. */
public final class PdfDownload {

    private PdfDownload() {}

    /**
     * The answer that holds the file.
     *
     * @param name the file's name without its ending, in letters that every system takes
     */
    public static ResponseEntity<byte[]> of(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name.replaceAll("[^A-Za-z0-9.-]", "_") + ".pdf")
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .body(pdf);
    }
}
