package org.partnerportal.agreement;

import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Secrets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps PDFs of the agreement, and gives back exactly those bytes or nothing. */
@Service
@Transactional(readOnly = true)
public class AgreementFiles {

    private final AgreementFileRepository files;
    private final Clock clock;

    AgreementFiles(AgreementFileRepository files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * Keeps a PDF; the same one twice is one.
     *
     * @return its SHA-256, by which it is known
     */
    @Transactional
    public String keep(byte[] pdf) {
        String sha256 = Secrets.sha256(pdf);
        files.insertOnce(sha256, Base64.getEncoder().encodeToString(pdf), pdf.length, clock.instant());
        return sha256;
    }

    /** How large a kept PDF is; empty where none of that SHA-256 is kept. */
    public Optional<Integer> bytes(String sha256) {
        return files.bytes(sha256);
    }

    /** The PDF of that SHA-256. */
    public byte[] read(String sha256) {
        AgreementFile file = files.findBySha256(sha256).orElseThrow(NotFoundException::new);
        byte[] pdf = Base64.getDecoder().decode(file.content());
        if (!Secrets.sha256(pdf).equals(sha256)) {
            throw new IllegalStateException("The agreement's file " + sha256 + " is not what was kept.");
        }
        return pdf;
    }
}
