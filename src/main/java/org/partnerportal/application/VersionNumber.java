package org.partnerportal.application;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The number of a version, such as 1.2.3.
 *
 * @param text as it is shown, without zeros in front
 * @param key the same four parts for every number, each of five digits: in the order of letters it is in the order of numbers
 */
record VersionNumber(String text, String key) {

    private static final Pattern FORM = Pattern.compile("\\d{1,5}(\\.\\d{1,5}){1,3}");
    private static final int PARTS = 4;

    /** As in a Windows package, where each part has two bytes. */
    private static final int LARGEST = 65_535;

    /** Reads what somebody typed; empty where it is none. */
    static Optional<VersionNumber> of(String typed) {
        if (!FORM.matcher(typed).matches()) {
            return Optional.empty();
        }
        int[] parts =
                Arrays.stream(typed.split("\\.")).mapToInt(Integer::parseInt).toArray();
        if (IntStream.of(parts).anyMatch(part -> part > LARGEST)) {
            return Optional.empty();
        }
        String text = IntStream.of(parts).mapToObj(String::valueOf).collect(Collectors.joining("."));
        String key = IntStream.range(0, PARTS)
                .mapToObj(at -> String.format(Locale.ROOT, "%05d", at < parts.length ? parts[at] : 0))
                .collect(Collectors.joining("."));
        return Optional.of(new VersionNumber(text, key));
    }
}
