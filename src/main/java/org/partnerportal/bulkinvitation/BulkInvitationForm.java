package org.partnerportal.bulkinvitation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.Secrets;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the form "Check the file" sends.
 *
 * @param file an uploaded file; whatever else somebody sends under that name is none
 */
record BulkInvitationForm(@Nullable String id, @Nullable Object file) {

    /** The id chosen with the form. */
    UUID formId() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    /** The id of the batch to be: the same file sent twice is still one batch, another one is another. */
    UUID batch() {
        return Ids.corrected(formId(), List.of(fileName(), Secrets.sha256(content())));
    }

    byte[] content() {
        try {
            return file instanceof MultipartFile uploaded ? uploaded.getBytes() : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's name without the folders that some browsers send along. */
    String fileName() {
        String name = file instanceof MultipartFile uploaded
                ? Objects.requireNonNullElse(uploaded.getOriginalFilename(), "")
                : "";
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
    }
}
