package org.partnerportal.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;
import org.springframework.stereotype.Component;

/** Packages as files of a folder, named by their ids: nothing that anybody typed becomes a path. */
@Component
class FolderPackages implements PackageStore {

    private static final String HALF = ".part";

    private final @Nullable Path folder;

    FolderPackages(ApplicationProperties properties) {
        this.folder = properties.folder();
    }

    @Override
    public PackageStorage storage() {
        return PackageStorage.FOLDER;
    }

    /** Under another name first, so that a file with the package's name is always whole, also after a power cut. */
    @Override
    public long write(UUID file, InputStream content) throws IOException {
        Path target = path(file);
        Files.createDirectories(folder());
        Path half = half(file);
        long bytes;
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            bytes = content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        keepName();
        return bytes;
    }

    /** The new name itself is in the folder, which has to reach the disk too; where folders can't be opened, it does. */
    private void keepName() throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel names = FileChannel.open(folder(), StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    @Override
    public void read(UUID file, OutputStream to) throws IOException {
        Files.copy(path(file), to);
    }

    @Override
    public void delete(UUID file) throws IOException {
        Files.deleteIfExists(half(file));
        Files.deleteIfExists(path(file));
    }

    @Override
    public List<UUID> keptBefore(Instant before) throws IOException {
        List<UUID> kept = new ArrayList<>();
        if (folder == null || !Files.isDirectory(folder)) {
            return kept;
        }
        try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    // what is not named by an id is not ours
                    Parse.uuid(file.getFileName().toString().replace(HALF, "")).ifPresent(kept::add);
                }
            }
        }
        return kept;
    }

    private Path path(UUID file) {
        return folder().resolve(file.toString());
    }

    private Path half(UUID file) {
        return folder().resolve(file + HALF);
    }

    private Path folder() {
        if (folder == null) {
            throw new IllegalStateException("A package lies in a folder, and portal.application.folder names none.");
        }
        return folder;
    }
}
