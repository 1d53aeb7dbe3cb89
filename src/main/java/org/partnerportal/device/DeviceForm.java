package org.partnerportal.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.Secrets;
import org.partnerportal.shared.TenantId;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the form "Register devices" sends.
 *
 * @param customer the tenant id of the customer for whom they are
 * @param name how the batch is to be found again; empty for the file's name
 * @param file an uploaded file; whatever else somebody sends under that name is none
 */
record DeviceForm(
        @Nullable String id,
        @Nullable String customer,
        @Nullable String name,
        @Nullable Object file) {

    /** The id chosen with the form. */
    UUID formId() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    /** The id of the batch to be: the same sent twice is still one batch, another file or customer is another. */
    UUID batch() {
        return Ids.corrected(
                formId(), List.of(Parse.text(customer), typedName(), fileName(), Secrets.sha256(content())));
    }

    Optional<TenantId> customerId() {
        return Parse.uuid(customer).map(TenantId::new);
    }

    /** The name that was typed, in one line. */
    String typedName() {
        return Parse.text(name).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    byte[] content() {
        try {
            return file instanceof MultipartFile uploaded ? uploaded.getBytes() : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's name without the folders that some browsers send along, and not longer than a batch's name may be. */
    String fileName() {
        String path = file instanceof MultipartFile uploaded
                ? Objects.requireNonNullElse(uploaded.getOriginalFilename(), "")
                : "";
        String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return last.substring(0, Math.min(last.length(), DeviceRules.LONGEST_NAME));
    }
}
