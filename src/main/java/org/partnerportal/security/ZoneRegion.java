package org.partnerportal.security;

import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The time zones of one part of the world, to choose from.
 *
 * @param name the region as the zones' ids begin: the key of its name in the reader's language
 * @param zones its zones, by name
 */
record ZoneRegion(String name, List<Zone> zones) {

    /** The regions of places; other ids are old names of the same zones. */
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

    /**
     * One time zone.
     *
     * @param id the zone's id, such as Asia/Tokyo
     * @param text the place, and what its time is called in the reader's language
     */
    record Zone(String id, String text) {

        private static Zone of(String id, Locale locale) {
            String place = id.substring(id.indexOf('/') + 1).replace('_', ' ').replace("/", ", ");
            return new Zone(id, place + " (" + ZoneId.of(id).getDisplayName(TextStyle.FULL, locale) + ")");
        }
    }

    static List<ZoneRegion> all(Locale locale) {
        return NAMES.stream()
                .map(name -> new ZoneRegion(
                        name, zones(name).map(id -> Zone.of(id, locale)).toList()))
                .toList();
    }

    private static Stream<String> zones(String region) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.startsWith(region + "/"))
                .sorted(Comparator.naturalOrder());
    }

    boolean contains(String id) {
        return zones.stream().anyMatch(zone -> zone.id().equals(id));
    }
}
