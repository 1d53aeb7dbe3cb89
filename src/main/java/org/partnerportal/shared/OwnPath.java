package org.partnerportal.shared;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Keeps redirects inside the portal. */
public final class OwnPath {

    private static final int DELETE = 0x7f;

    private OwnPath() {}

    /** The path itself where it is one of the portal's own, else the start page. */
    public static String orHome(@Nullable String path) {
        return path != null && isOwn(path) ? path : "/";
    }

    private static boolean isOwn(String path) {
        boolean plain =
                path.startsWith("/") && !path.startsWith("//") && path.chars().allMatch(OwnPath::isPlain);
        try {
            URI uri = new URI(path);
            return plain && uri.equals(uri.normalize());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    // a header takes nothing else
    private static boolean isPlain(int letter) {
        return letter > ' ' && letter < DELETE && letter != '\\';
    }
}
