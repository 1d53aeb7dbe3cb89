package org.partnerportal.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps packages; each is written once and never changed. */
interface PackageStore {

    PackageStorage storage();

    /**
     * Keeps what the stream holds.
     *
     * @return how many bytes it were
     */
    long write(UUID file, InputStream content) throws IOException;

    /** Sends a whole package. */
    void read(UUID file, OutputStream to) throws IOException;

    /** Deletes a package, also a half one; one that is not there is deleted. */
    void delete(UUID file) throws IOException;

    /** Everything that has been kept since before that time, half ones too. */
    List<UUID> keptBefore(Instant before) throws IOException;
}
