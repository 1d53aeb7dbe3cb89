package org.partnerportal.security;

import java.util.List;

/** Paths that end with a secret, which no record may hold. */
final class PathsWithSecrets {

    private static final List<String> BEGINNINGS = List.of("/notification-address/", "/contact/");

    private PathsWithSecrets() {}

    /** The path as it may be kept. */
    static String masked(String path) {
        return BEGINNINGS.stream()
                .filter(path::startsWith)
                .findFirst()
                .map(beginning -> beginning + "…")
                .orElse(path);
    }
}
