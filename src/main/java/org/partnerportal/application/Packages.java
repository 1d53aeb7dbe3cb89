package org.partnerportal.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.shared.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The packages of all versions, wherever they are kept. A package is kept before its version is written and deleted after,
 * so that no version is ever without one; what a crash leaves without a version is swept up.
 */
@Component
class Packages {

    private static final Logger LOG = LoggerFactory.getLogger(Packages.class);

    /** No upload takes so long. */
    private static final Duration SURELY_LEFT = Duration.ofDays(1);

    private static final int AT_ONCE = 500;

    private final List<PackageStore> stores;
    private final ApplicationProperties properties;
    private final ApplicationVersionRepository versions;
    private final Clock clock;

    Packages(
            List<PackageStore> stores,
            ApplicationProperties properties,
            ApplicationVersionRepository versions,
            Clock clock) {
        this.stores = stores;
        this.properties = properties;
        this.versions = versions;
        this.clock = clock;
    }

    /** A package that is kept. */
    record Kept(UUID file, PackageStorage storage, long bytes, String sha256) {}

    /** Keeps a package under a name of its own, and tells its SHA-256; piece by piece, never whole in memory. */
    Kept keep(InputStream content) {
        UUID file = Ids.next();
        PackageStore store = store(properties.storage());
        MessageDigest digest = sha256();
        try {
            long bytes = store.write(file, new DigestInputStream(content, digest));
            return new Kept(file, store.storage(), bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            delete(file, store);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            delete(file, store);
            throw e;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    void read(Kept kept, OutputStream to) throws IOException {
        store(kept.storage()).read(kept.file(), to);
    }

    /** Deletes it; where that fails, sweeping does it later. */
    void delete(Kept kept) {
        delete(kept.file(), store(kept.storage()));
    }

    private static void delete(UUID file, PackageStore store) {
        try {
            store.delete(file);
        } catch (IOException | RuntimeException e) {
            LOG.warn("Package {} could not be deleted and is swept up later", file, e);
        }
    }

    /**
     * Deletes what has belonged to no version for a day.
     *
     * @return how many that were
     */
    int sweep() throws IOException {
        Instant before = clock.instant().minus(SURELY_LEFT);
        int swept = 0;
        for (PackageStore store : stores) {
            List<UUID> kept = store.keptBefore(before);
            for (int from = 0; from < kept.size(); from += AT_ONCE) {
                List<UUID> some = kept.subList(from, Math.min(kept.size(), from + AT_ONCE));
                Set<UUID> used = Set.copyOf(versions.usedAmong(some));
                for (UUID file : some) {
                    if (!used.contains(file)) {
                        store.delete(file);
                        swept++;
                    }
                }
            }
        }
        return swept;
    }

    private PackageStore store(PackageStorage storage) {
        return stores.stream()
                .filter(store -> store.storage() == storage)
                .findFirst()
                .orElseThrow();
    }
}
