package org.partnerportal.application;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnerportal.upload.FileCheck;
import org.partnerportal.upload.FileCheck.Family;

/** A kind of package that the portal takes: by the ending of its name and by the bytes that such a file begins with. */
enum PackageType {
    /** A Windows app package. */
    MSIX(Begins.ZIP, Platform.WINDOWS),
    /** An older Windows app package. */
    APPX(Begins.ZIP, Platform.WINDOWS),
    /** A package prepared for Intune. */
    INTUNEWIN(Begins.ZIP, Platform.WINDOWS),
    /** A Windows Installer database. */
    MSI(Begins.OLE, Platform.WINDOWS),
    /** A Windows program. */
    EXE(Begins.MZ, Platform.WINDOWS),
    /** A macOS installer package. */
    PKG(Begins.XAR, Platform.MACOS),
    /** An iOS app. */
    IPA(Begins.ZIP, Platform.IOS),
    /** An Android app. */
    APK(Begins.ZIP, Platform.ANDROID),
    /** A folder of files. */
    ZIP(Begins.ZIP, Platform.WINDOWS, Platform.MACOS);

    /** How many bytes tell. */
    static final int HEAD = 8;

    /** What files of a family begin with, in hexadecimal digits. */
    private enum Begins {
        /** An archive; one with nothing in it begins with its end, and is told from a file of another type. */
        ZIP(Family.ZIP, "504b0304", "504b0506"),
        /** A compound file. */
        OLE(Family.COMPOUND, "d0cf11e0a1b11ae1"),
        /** An executable file of Windows. */
        MZ(Family.PROGRAM, "4d5a"),
        /** An archive as macOS has them. */
        XAR(Family.XAR, "78617221");

        private final Family family;
        private final List<byte[]> beginnings;

        Begins(Family family, String... digits) {
            this.family = family;
            this.beginnings = Stream.of(digits).map(HexFormat.of()::parseHex).toList();
        }
    }

    private final Begins begins;
    private final Set<Platform> platforms;

    PackageType(Begins begins, Platform first, Platform... more) {
        this.begins = begins;
        this.platforms = EnumSet.of(first, more);
    }

    /** The type that the ending of a file's name claims. */
    static Optional<PackageType> of(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return fileName.contains(".")
                ? Stream.of(values()).filter(type -> type.name().equals(ending)).findFirst()
                : Optional.empty();
    }

    boolean runsOn(Platform platform) {
        return platforms.contains(platform);
    }

    /** Whether a file with these first bytes can be one. */
    boolean fits(byte[] head) {
        return begins.beginnings.stream()
                .anyMatch(bytes ->
                        head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length));
    }

    /** Whether a file that begins like one is whole, with something in it. */
    boolean isWhole(FileCheck.Source file, long bytes) throws IOException {
        return FileCheck.isWhole(begins.family, file, bytes);
    }

    /** The ending of its names, with the dot. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** The endings that a platform takes, for people and for the file field. */
    static String endings(Platform platform) {
        return Stream.of(values())
                .filter(type -> type.runsOn(platform))
                .map(PackageType::ending)
                .collect(Collectors.joining(", "));
    }
}
