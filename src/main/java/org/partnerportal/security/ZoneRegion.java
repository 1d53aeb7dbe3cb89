package org.partnerportal.security;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * The time zones of one part of the world, to choose from.
 *
 * @param name the region as the zones' ids begin: the key of its name in the reader's language
 * @param zones its zones, by name
 */
record ZoneRegion(String name, List<Zone> zones) {

    /** The regions of places. */
    private static final List<String> NAMES = List.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific");

    /** The zones to choose from, with their places in Japanese, which Java does not give away. */
    private static final Map<String, String> JAPANESE = read();

    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");

    private static Map<String, String> read() {
        var places = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("security/zones_ja.properties").getInputStream(), StandardCharsets.UTF_8)) {
            places.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> known = ZoneId.getAvailableZoneIds();
        return places.stringPropertyNames().stream()
                .filter(known::contains)
                .collect(Collectors.toUnmodifiableMap(id -> id, places::getProperty));
    }

    /**
     * One time zone.
     *
     * @param id the zone's id, such as Asia/Tokyo
     * @param text the place, and what its time is called, both in the reader's language
     */
    record Zone(String id, String text) {

        private static Zone of(String id, Locale locale) {
            boolean japanese = locale.getLanguage().equals("ja");
            String place = japanese
                    ? JAPANESE.getOrDefault(id, id)
                    : id.substring(id.indexOf('/') + 1).replace('_', ' ').replace("/", ", ");
            String time = ZoneId.of(id).getDisplayName(TextStyle.FULL, locale);
            // where the time has no name, Java makes one of the place, in English or half in it
            boolean named = japanese ? !LATIN.matcher(time).find() : !time.startsWith(place);
            return new Zone(id, named ? place + " (" + time + ")" : place);
        }
    }

    static List<ZoneRegion> all(Locale locale) {
        return NAMES.stream()
                .map(name -> new ZoneRegion(name, zones(name, locale)))
                .toList();
    }

    private static List<Zone> zones(String region, Locale locale) {
        return JAPANESE.keySet().stream()
                .filter(id -> id.startsWith(region + "/"))
                .map(id -> Zone.of(id, locale))
                .sorted(Comparator.comparing(Zone::text, Collator.getInstance(locale)))
                .toList();
    }

    boolean contains(String id) {
        return zones.stream().anyMatch(zone -> zone.id().equals(id));
    }
}
