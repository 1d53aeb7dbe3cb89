package org.partnerportal.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the form of a new version sends, as typed.
 *
 * @param version not called id, which the address has too, of the app
 * @param file an uploaded file; whatever else somebody sends under that name is none
 */
record VersionForm(
        @Nullable String version,
        @Nullable String number,
        @Nullable String notes,
        @Nullable Object file) {

    private static final int LONGEST_FILE_NAME = 120;

    /** The id of the version to be, chosen with the form: sent twice, it is still one version. */
    UUID id() {
        return Parse.uuid(version).orElseGet(Ids::next);
    }

    NewVersion content() {
        long bytes = file instanceof MultipartFile uploaded ? uploaded.getSize() : 0;
        String name = fileName();
        return new NewVersion(
                Parse.text(number).strip(), ApplicationForm.lines(notes), name, bytes, head(), isWhole(name, bytes));
    }

    /** The file as the server has laid it on its disk; to be closed. */
    InputStream open() throws IOException {
        return file instanceof MultipartFile uploaded ? uploaded.getInputStream() : InputStream.nullInputStream();
    }

    private boolean isWhole(String name, long bytes) {
        PackageType type = PackageType.of(name).orElse(null);
        try {
            return type != null && type.isWhole(this::open, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] head() {
        try (InputStream content = open()) {
            return content.readNBytes(PackageType.HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name without folders and signs that mislead, and no longer than is kept; its ending stays. */
    private String fileName() {
        String path = file instanceof MultipartFile uploaded
                ? Objects.requireNonNullElse(uploaded.getOriginalFilename(), "")
                : "";
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .strip();
        return name.substring(Math.max(0, name.length() - LONGEST_FILE_NAME));
    }

    @Override
    public String toString() {
        return "VersionForm[…]";
    }
}
