package org.partnerportal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody tried at an address, without the things that it names.
 *
 * @param path the names in the address: users/reset-password, the same for the own organisation and on behalf of another
 * @param read whether a page was asked for, and nothing sent
 */
record Tried(String path, boolean read) {

    /** Neither a name in place of an id, nor an id, nor the number of a version. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z.-]*");

    /**
     * What stands behind a method and an address.
     *
     * @param route {@code GET /users/{account}/roles}
     */
    static Tried of(String route) {
        String[] parts = route.split(" ", 2);
        List<String> names = new ArrayList<>();
        for (String part : parts[parts.length - 1].split("/")) {
            if (NAME.matcher(part).matches()) {
                names.add(part);
            }
        }
        if (names.isEmpty()) {
            names.add("home");
        } else if (names.size() > 1 && names.get(0).equals("on-behalf")) {
            names.remove(0);
        }
        return new Tried(String.join("/", names), route.startsWith("GET ") || route.startsWith("HEAD "));
    }

    /** The pages that may lead to it, the nearest first. */
    List<String> pages() {
        List<String> pages = new ArrayList<>();
        for (String page = path; !page.isEmpty(); page = page.substring(0, Math.max(page.lastIndexOf('/'), 0))) {
            pages.add(page);
        }
        return pages;
    }

    /** What is done at one of these pages. */
    String act(String page) {
        return page.equals(path) ? read ? "open" : "send" : path.substring(page.length() + 1);
    }
}
