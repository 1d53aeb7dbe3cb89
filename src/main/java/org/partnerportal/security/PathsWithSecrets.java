package org.partnerportal.security;

/** Paths that end with a secret, which no record may hold. */
final class PathsWithSecrets {

    static final String NOTIFICATION_ADDRESS = "/notification-address/";

    private PathsWithSecrets() {}

    /** The path as it may be kept. */
    static String masked(String path) {
        return path.startsWith(NOTIFICATION_ADDRESS) ? NOTIFICATION_ADDRESS + "…" : path;
    }
}
