package org.partnerportal.upload;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Looks whether a file is whole: an archive with a list of the files in it, or a program with its headers. It reads lists and
 * headers only, as they come, and unpacks no file: whatever would grow when it is unpacked stays as it is.
 */
public final class FileCheck {

    // what a ZIP file's records are called by the format's description, and where in them something stands
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int CENTRAL_SIZE = 24;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_END_LENGTH = 56;

    private static final int SECTOR = 512;
    private static final int OLE_ORDER = 0xFFFE;
    private static final int PE_PLACE = 0x3C;
    private static final int PE = 0x00004550;
    private static final int XAR_HEADER = 28;
    private static final int MOST_OF_XAR_LIST = 1 << 20;

    private FileCheck() {}

    /** A file that can be read from its beginning as often as one likes. */
    public interface Source {
        InputStream open() throws IOException;
    }

    /** What a file has to be. */
    public enum Family {
        /** An archive with at least one file in it that has any content. */
        ZIP,
        /** A compound file, such as an installer database. */
        COMPOUND,
        /** An executable file of Windows. */
        PROGRAM,
        /** An archive as macOS has them, with at least one file in it. */
        XAR
    }

    /** Whether the file, which begins like one of that family, is a whole one. */
    public static boolean isWhole(Family family, Source file, long bytes) throws IOException {
        try {
            return switch (family) {
                case ZIP -> isZip(file, bytes);
                case COMPOUND -> isCompound(file, bytes);
                case PROGRAM -> isProgram(file, bytes);
                case XAR -> isXar(file);
            };
        } catch (EOFException | ZipException e) {
            return false; // it promises more than it has
        }
    }

    /** The list of files stands at the end, and before it as many records as it says, one after the other. */
    private static boolean isZip(Source file, long bytes) throws IOException {
        int length = (int) Math.min(bytes, END_LENGTH + LARGE_END_LENGTH + LOCATOR_LENGTH + LONGEST_COMMENT);
        ByteBuffer tail = read(file, bytes - length, length);
        for (int at = length - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_LENGTH + word(tail, at + 20) == length) {
                Directory directory = directory(tail, at);
                return directory.isWithin(bytes - length + at) && isWhole(file, directory);
            }
        }
        return false;
    }

    /** Where the list of files stands. */
    private record Directory(long files, long length, long start) {
        boolean isWithin(long end) {
            return files > 0 && start > 0 && length >= files * CENTRAL_LENGTH && length <= end && start <= end - length;
        }
    }

    private static Directory directory(ByteBuffer tail, int end) {
        int large = end - LOCATOR_LENGTH - LARGE_END_LENGTH;
        return large >= 0 && tail.getInt(end - LOCATOR_LENGTH) == LOCATOR && tail.getInt(large) == LARGE_END
                ? new Directory(tail.getLong(large + 32), tail.getLong(large + 40), tail.getLong(large + 48))
                : new Directory(word(tail, end + 10), number(tail, end + 12), number(tail, end + 16));
    }

    private static boolean isWhole(Source file, Directory directory) throws IOException {
        try (InputStream content = file.open()) {
            content.skipNBytes(directory.start());
            long left = directory.length();
            boolean filled = false; // folders, and files with nothing in them, have no size
            for (long at = 0; at < directory.files(); at++) {
                ByteBuffer record = read(content, CENTRAL_LENGTH);
                long more = word(record, 28) + word(record, 30) + word(record, 32);
                left -= CENTRAL_LENGTH + more;
                if (record.getInt(0) != CENTRAL || left < 0) {
                    return false;
                }
                filled |= number(record, CENTRAL_SIZE) > 0;
                content.skipNBytes(more);
            }
            return filled;
        }
    }

    /** A compound file has its order of bytes, sectors of one of two sizes, and at least a list of sectors and one of files. */
    private static boolean isCompound(Source file, long bytes) throws IOException {
        ByteBuffer head = read(file, 0, SECTOR);
        int shift = word(head, 30);
        return word(head, 28) == OLE_ORDER && (shift == 9 || shift == 12) && bytes >= 3L << shift;
    }

    private static boolean isProgram(Source file, long bytes) throws IOException {
        long place = number(read(file, 0, PE_PLACE + Integer.BYTES), PE_PLACE);
        return place <= bytes - Integer.BYTES
                && read(file, place, Integer.BYTES).getInt(0) == PE;
    }

    /** The list of files is XML, packed; a beginning of it tells whether there is one. */
    private static boolean isXar(Source file) throws IOException {
        ByteBuffer head = read(file, 0, XAR_HEADER).order(ByteOrder.BIG_ENDIAN);
        try (InputStream content = file.open()) {
            content.skipNBytes(word(head, 4));
            byte[] list = new InflaterInputStream(content).readNBytes(MOST_OF_XAR_LIST);
            return new String(list, StandardCharsets.UTF_8).contains("<file");
        }
    }

    private static ByteBuffer read(Source file, long from, int length) throws IOException {
        try (InputStream content = file.open()) {
            content.skipNBytes(from);
            return read(content, length);
        }
    }

    private static ByteBuffer read(InputStream content, int length) throws IOException {
        byte[] bytes = content.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int word(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static long number(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }
}
