package org.partnerportal.application;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes apps and versions for tests. */
@TestComponent
public class ApplicationFixture {

    private static final long HIGH_BITS = 0x80808080L;

    private final ApplicationService applications;
    private final JdbcTemplate database;

    ApplicationFixture(ApplicationService applications, JdbcTemplate database) {
        this.applications = applications;
        this.database = database;
    }

    /** An archive with one file of so many bytes. */
    static byte[] archive(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content); // nothing that packing makes smaller
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("content"));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toByteArray();
    }

    /** An archive with a short file, in which every byte is a letter of ASCII. */
    public static String plainArchive() {
        var crc = new CRC32();
        byte[] content = {};
        for (int number = 0; content.length == 0 || (crc.getValue() & HIGH_BITS) != 0; number++) {
            content = ("text " + number).getBytes(StandardCharsets.US_ASCII);
            crc.reset();
            crc.update(content);
        }
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            var entry = new ZipEntry("content");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
            zip.putNextEntry(entry);
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toString(StandardCharsets.ISO_8859_1);
    }

    static NewVersion content(String number, String file, byte[] bytes) {
        return new NewVersion(number, "What is new", file, bytes.length, Arrays.copyOf(bytes, PackageType.HEAD), true);
    }

    static ApplicationForm entry(Actor customer, String name) {
        return new ApplicationForm(
                Ids.next().toString(), customer.tenant().toString(), name, "For the lessons", "授業のためのアプリ", "WINDOWS");
    }

    /** An app without a version. */
    public UUID application(Actor partner, Actor customer) {
        return add(partner, customer, "Timetable");
    }

    UUID add(Actor partner, Actor customer, String name) {
        return applications.add(partner, customer.tenant(), entry(customer, name));
    }

    UUID upload(Actor partner, UUID application, String number, byte[] bytes) {
        return applications.upload(
                partner,
                application,
                Ids.next(),
                content(number, "timetable.zip", bytes),
                new ByteArrayInputStream(bytes));
    }

    /** A draft. */
    public UUID draft(Actor partner, UUID application, String number) {
        return upload(partner, application, number, archive(64));
    }

    /** A version that waits for the customer. */
    public UUID submitted(Actor partner, UUID application, String number) {
        UUID version = draft(partner, application, number);
        applications.submit(partner, application, version);
        return version;
    }

    /** A version that the customer's people can download. */
    public UUID published(Actor partner, Actor admin, UUID application, String number) {
        UUID version = submitted(partner, application, number);
        applications.approve(admin, application, version);
        return version;
    }

    /** Fills the lists past everything that rules; every app has a published version, every tenth another that waits. */
    void fill(Actor partner, Actor customer, int number) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> versions = new ArrayList<>();
        for (int at = 0; at < number; at++) {
            UUID id = Ids.next();
            rows.add(new Object[] {
                id, customer.tenant().value(), partner.tenant().value(), "App " + at, "app " + at
            });
            versions.add(version(id, "1.0", "00001.00000.00000.00000", "PUBLISHED"));
            if (at % 10 == 0) {
                versions.add(version(id, "1.1", "00001.00001.00000.00000", "SUBMITTED"));
            }
        }
        database.batchUpdate("""
                insert into application (id, version, customer_id, partner_id, name, description_en, description_ja,
                    platform, words, created_at, created_by)
                values (?, 0, ?, ?, ?, 'Filled', '', 'WINDOWS', ?, now(), 'sam')
                """, rows);
        database.batchUpdate("""
                insert into application_version (id, version, application_id, version_number, number_key, notes,
                    file_id, storage, file_name, file_type, bytes, sha256, status, created_at, created_by,
                    submitted_at, submitted_by, decided_at, decided_by)
                values (?, 0, ?, ?, ?, 'New', ?, 'DATABASE', 'a.zip', 'ZIP', 4, '', ?, now(), 'sam', now(), 'sam',
                    now(), 'ann')
                """, versions);
    }

    private static Object[] version(UUID application, String number, String key, String status) {
        return new Object[] {Ids.next(), application, number, key, Ids.next(), status};
    }
}
