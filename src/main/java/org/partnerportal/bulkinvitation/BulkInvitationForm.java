package org.partnerportal.bulkinvitation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the form "Check the file" sends.
 *
 * @param file an uploaded file; whatever else somebody sends under that name is none
 */
record BulkInvitationForm(@Nullable String id, @Nullable Object file) {

    /** The id of the batch to be, chosen with the form: sent twice, it is still one batch. */
    UUID batch() {
        return Parse.uuid(id).orElseGet(Ids::next);
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
