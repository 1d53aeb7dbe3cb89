package org.partnerportal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.partnerportal.upload.FileCheck.Family;

/** Which files are whole packages, and which only begin like one. */
class FileCheckTests {

    private static boolean isWhole(Family family, byte[] bytes) throws IOException {
        return FileCheck.isWhole(family, () -> new ByteArrayInputStream(bytes), bytes.length);
    }

    private static byte[] archive(int files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int file = 0; file < files; file++) {
                zip.putNextEntry(new ZipEntry("file-" + file));
                zip.write("content".getBytes(StandardCharsets.UTF_8));
            }
            zip.setComment("a comment behind the list");
        }
        return bytes.toByteArray();
    }

    @Test
    void anArchiveHasAListWithAFile() throws IOException {
        assertThat(isWhole(Family.ZIP, archive(1))).isTrue();
        assertThat(isWhole(Family.ZIP, archive(3))).isTrue();
        assertThat(isWhole(Family.ZIP, archive(0))).as("nothing is in it").isFalse();
        assertThat(isWhole(Family.ZIP, archive(70_000)))
                .as("a list of the large kind")
                .isTrue();
    }

    @Test
    void foldersAndEmptyFilesAreNothing() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("folder/"));
            zip.putNextEntry(new ZipEntry("folder/empty.txt"));
        }
        assertThat(isWhole(Family.ZIP, bytes.toByteArray())).isFalse();
    }

    @Test
    void aStubOrAPartIsNone() throws IOException {
        byte[] whole = archive(3);
        assertThat(isWhole(Family.ZIP, Arrays.copyOf(whole, 14))).isFalse();
        assertThat(isWhole(Family.ZIP, Arrays.copyOf(whole, 4))).isFalse();
        assertThat(isWhole(Family.ZIP, new byte[0])).isFalse();
        for (int length = 1; length < whole.length; length++) {
            assertThat(isWhole(Family.ZIP, Arrays.copyOf(whole, length))).isFalse();
        }
    }

    @Test
    void aListThatPromisesMoreThanThereIsIsNone() throws IOException {
        byte[] whole = archive(3);
        int end = whole.length - 22 - "a comment behind the list".length();
        for (int field : new int[] {10, 12, 16}) { // how many files, how long the list, where it begins
            byte[] lies = whole.clone();
            ByteBuffer.wrap(lies).order(ByteOrder.LITTLE_ENDIAN).putShort(end + field, (short) 0x7FFF);
            assertThat(isWhole(Family.ZIP, lies)).isFalse();
            ByteBuffer.wrap(lies).order(ByteOrder.LITTLE_ENDIAN).putShort(end + field, (short) 0xFFFF);
            assertThat(isWhole(Family.ZIP, lies)).isFalse();
        }
    }

    @Test
    void aProgramHasItsSecondHeader() throws IOException {
        byte[] program = new byte[256];
        ByteBuffer bytes = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, "MZ".getBytes(StandardCharsets.US_ASCII)).putInt(0x3C, 128).putInt(128, 0x00004550);
        assertThat(isWhole(Family.PROGRAM, program)).isTrue();
        assertThat(isWhole(Family.PROGRAM, Arrays.copyOf(program, 130))).isFalse();
        bytes.putInt(0x3C, -1);
        assertThat(isWhole(Family.PROGRAM, program)).isFalse();
        assertThat(isWhole(Family.PROGRAM, "MZ".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }

    @Test
    void aCompoundFileHasSectors() throws IOException {
        byte[] file = new byte[3 * 512];
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(28, (short) 0xFFFE)
                .putShort(30, (short) 9);
        assertThat(isWhole(Family.COMPOUND, file)).isTrue();
        assertThat(isWhole(Family.COMPOUND, Arrays.copyOf(file, 1_000))).isFalse();
        assertThat(isWhole(Family.COMPOUND, new byte[3 * 512])).isFalse();
        assertThat(isWhole(Family.COMPOUND, new byte[8])).isFalse();
    }

    private static byte[] xar(String list) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(28)
                .put("xar!".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 28)
                .array());
        try (var packed = new DeflaterOutputStream(bytes)) {
            packed.write(list.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aMacPackageHasAListWithAFile() throws IOException {
        byte[] whole = xar("<xar><toc><file id=\"1\"><name>Payload</name></file></toc></xar>");
        assertThat(isWhole(Family.XAR, whole)).isTrue();
        assertThat(isWhole(Family.XAR, xar("<xar><toc></toc></xar>"))).isFalse();
        assertThat(isWhole(Family.XAR, Arrays.copyOf(whole, 20))).isFalse();
        assertThat(isWhole(Family.XAR, Arrays.copyOf(whole, 40))).isFalse();
        assertThat(isWhole(Family.XAR, new byte[64])).isFalse();
        // a list of a gigabyte: no more of it is unpacked than tells
        assertThat(isWhole(Family.XAR, xar("<file>" + "0".repeat(32 << 20)))).isTrue();
    }
}
