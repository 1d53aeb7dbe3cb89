package org.partnerportal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Secrets;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Packages in the database and in a folder: whole or not there, and none left over. */
abstract class PackageStores {

    private static final int LARGE = 3 * 1024 * 1024 + 17;

    @TempDir
    private Path folder;

    @Autowired
    private DatabasePackages inDatabase;

    @Autowired
    private Packages packages;

    @Autowired
    private ApplicationVersionRepository versions;

    @Autowired
    private ApplicationFixture applications;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Clock clock;

    private FolderPackages inFolder() {
        return new FolderPackages(new ApplicationProperties(PackageStorage.FOLDER, folder.resolve("packages")));
    }

    private static byte[] read(PackageStore store, UUID file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        store.read(file, bytes);
        return bytes.toByteArray();
    }

    @Test
    void aPackageComesBackAsItWas() throws IOException {
        for (PackageStore store : List.of(inDatabase, inFolder())) {
            for (int size : List.of(4, 1024 * 1024, LARGE)) {
                UUID file = Ids.next();
                byte[] bytes = ApplicationFixture.archive(size);
                assertThat(store.write(file, new ByteArrayInputStream(bytes))).isEqualTo(bytes.length);
                assertThat(read(store, file)).isEqualTo(bytes);
                store.delete(file);
                store.delete(file);
                assertThat(store.keptBefore(later())).doesNotContain(file);
            }
        }
    }

    private Instant later() {
        return clock.instant().plus(Duration.ofDays(400));
    }

    /** Gives the beginning of a package and then fails, as a disk that breaks. */
    private static InputStream broken() {
        return new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                given++;
                if (given > LARGE) {
                    throw new IOException("The disk broke");
                }
                return 'P';
            }
        };
    }

    @Test
    void whatBreaksOffLeavesNothing() throws IOException {
        FolderPackages store = inFolder();
        UUID file = Ids.next();
        assertThatThrownBy(() -> store.write(file, broken())).isInstanceOf(IOException.class);
        assertThat(folder.resolve("packages").resolve(file.toString())).doesNotExist();
        List<UUID> before = inDatabase.keptBefore(later());
        assertThatThrownBy(() -> packages.keep(broken())).hasRootCauseMessage("The disk broke");
        assertThat(inDatabase.keptBefore(later())).hasSameElementsAs(before);
    }

    @Test
    void whatNoVersionHasIsSweptAfterADay() throws IOException {
        Actor partner = tenants.partner();
        Actor admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invitations.relationship(partner, admin, PartnerType.LINE_OF_BUSINESS);
        UUID application = applications.application(partner, admin);
        UUID version = applications.draft(partner, application, "1.0");
        UUID used = versions.of(application, version).orElseThrow().kept().file();
        Packages.Kept left = packages.keep(new ByteArrayInputStream(ApplicationFixture.archive(8)));
        packages.sweep();
        assertThat(inDatabase.keptBefore(later()))
                .as("it may belong to an upload")
                .contains(used, left.file());

        FolderPackages store = inFolder();
        UUID whole = Ids.next();
        UUID half = Ids.next();
        store.write(whole, new ByteArrayInputStream(ApplicationFixture.archive(8)));
        Path halfFile = folder.resolve("packages").resolve(half + ".part");
        Files.write(halfFile, new byte[4]);
        Path foreign = folder.resolve("packages").resolve("notes.txt");
        Files.write(foreign, new byte[4]);
        Instant old = clock.instant().minus(Duration.ofDays(2));
        for (Path file : List.of(folder.resolve("packages").resolve(whole.toString()), halfFile, foreign)) {
            Files.setLastModifiedTime(file, FileTime.from(old));
        }
        for (UUID file : List.of(left.file(), used)) {
            database.update(
                    "update application_chunk set kept_at = ? where file_id = ?", old.atOffset(ZoneOffset.UTC), file);
        }
        var sweeping = new Packages(
                List.of(inDatabase, store), new ApplicationProperties(PackageStorage.DATABASE, null), versions, clock);
        assertThat(sweeping.sweep()).isGreaterThanOrEqualTo(3);
        assertThat(inDatabase.keptBefore(later())).contains(used).doesNotContain(left.file());
        assertThat(halfFile).doesNotExist();
        assertThat(folder.resolve("packages").resolve(whole.toString())).doesNotExist();
        assertThat(foreign).as("is not the portal's").exists();
    }

    @Test
    void aPackageStaysWhereItIsWhenTheSettingChanges() throws IOException {
        var both = new Packages(
                List.of(inDatabase, inFolder()),
                new ApplicationProperties(PackageStorage.FOLDER, folder.resolve("packages")),
                versions,
                clock);
        byte[] bytes = ApplicationFixture.archive(LARGE);
        Packages.Kept before = packages.keep(new ByteArrayInputStream(bytes));
        Packages.Kept after = both.keep(new ByteArrayInputStream(bytes));
        assertThat(before.storage()).isEqualTo(PackageStorage.DATABASE);
        assertThat(after.storage()).isEqualTo(PackageStorage.FOLDER);
        assertThat(after.sha256()).isEqualTo(Secrets.sha256(bytes)).isEqualTo(before.sha256());
        for (Packages.Kept kept : List.of(before, after)) {
            var read = new ByteArrayOutputStream();
            both.read(kept, read);
            assertThat(read.toByteArray()).isEqualTo(bytes);
            both.delete(kept);
        }
    }

    @Test
    void aFolderHasToBeNamed() {
        assertThatThrownBy(() -> new ApplicationProperties(PackageStorage.FOLDER, null))
                .hasMessageContaining("portal.application.folder");
    }
}
