package org.partnerportal.device;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of both layouts, in any order, each under the name that the layouts give it or one of ours. */
enum DeviceColumn {
    /** The maker's number of the device. */
    SERIAL("Device Serial Number", 120, "serial number", "serial", "シリアル番号", "デバイスのシリアル番号"),
    /** The Windows product id, also called product key id. */
    PRODUCT_ID("Windows Product ID", 50, "product id", "pkid", "プロダクト ID", "Windows プロダクト ID"),
    /** What the device tells of its parts, in Base64. */
    HASH("Hardware Hash", DeviceRules.LONGEST_HASH, "ハードウェア ハッシュ"),
    /** Who made it. */
    MANUFACTURER("Manufacturer name", 120, "manufacturer", "製造元", "製造元の名前"),
    /** Which model it is. */
    MODEL("Device model", 120, "model", "モデル", "デバイスのモデル"),
    /** By which the customer sorts its devices. */
    GROUP_TAG("Group Tag", 120, "グループ タグ"),
    /** Who is to use it: the address that the person signs in with. */
    ASSIGNED_USER("Assigned User", 254, "割り当て済みユーザー", "割り当てられたユーザー");

    private final String heading;
    private final int longest;
    private final Set<String> names;

    DeviceColumn(String heading, int longest, String... others) {
        this.heading = heading;
        this.longest = longest;
        this.names = Set.copyOf(Stream.concat(Stream.of(heading), Arrays.stream(others))
                .map(DeviceColumn::plain)
                .toList());
    }

    /** As the layouts spell it, in every language. */
    public String heading() {
        return heading;
    }

    /** In letters. */
    int longest() {
        return longest;
    }

    static Optional<DeviceColumn> named(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(column -> column.names.contains(plain))
                .findFirst();
    }

    /** Columns that both layouts have. */
    static List<DeviceColumn> common() {
        return List.of(SERIAL, PRODUCT_ID, HASH);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]", "");
    }
}
