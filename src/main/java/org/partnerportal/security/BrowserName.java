package org.partnerportal.security;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A browser as its owner knows it, "Chrome on Windows", read from what it says of itself by rules that are simple and may
 * err: for people to recognise their own sessions by, and for nothing else.
 *
 * @param program the browser, or an empty text when it is none that we know
 * @param system the system it runs on, or an empty text when it is none that we know
 */
record BrowserName(String program, String system) {

    /** In this order: most browsers claim to be Safari, and many to be Chrome. */
    private static final Map<String, String> PROGRAMS = inOrder(
            "Edg", "Edge",
            "OPR/", "Opera",
            "SamsungBrowser/", "Samsung Internet",
            "Firefox/", "Firefox",
            "FxiOS/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Chromium/", "Chrome",
            "Safari/", "Safari");

    /** In this order: Android claims to be Linux, and iPhones to be like Mac OS X. */
    private static final Map<String, String> SYSTEMS = inOrder(
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Android", "Android",
            "Windows", "Windows",
            "CrOS", "ChromeOS",
            "Mac OS X", "macOS",
            "Linux", "Linux");

    private static Map<String, String> inOrder(String... marksAndNames) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int at = 0; at < marksAndNames.length; at += 2) {
            names.put(marksAndNames[at], marksAndNames[at + 1]);
        }
        return names;
    }

    /** The name behind a User-Agent header. */
    static BrowserName of(String userAgent) {
        return new BrowserName(first(PROGRAMS, userAgent), first(SYSTEMS, userAgent));
    }

    private static String first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The key of the text that says it: with both parts, with one of them, or with none. */
    public String key() {
        if (program.isEmpty() && system.isEmpty()) {
            return "account.session.browser.unknown";
        }
        return program.isEmpty() || system.isEmpty() ? "account.session.browser.part" : "account.session.browser";
    }
}
