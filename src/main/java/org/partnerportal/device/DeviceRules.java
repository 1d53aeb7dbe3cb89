package org.partnerportal.device;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.partnerportal.batch.BatchOutcome;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.batch.BatchResult;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.OnBehalfRefusal;
import org.partnerportal.onbehalf.OnBehalfRules;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.CsvFile;
import org.partnerportal.shared.EmailAddress;
import org.partnerportal.shared.Secrets;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** Who registers devices for whom, what a row needs, and by what a device is known. */
final class DeviceRules {

    /** So many rows are taken at once. */
    static final int MOST_ROWS = 50_000;

    static final int LONGEST_NAME = 80;

    /**
     * In letters. The hash is called the 4K hash: about 4,000 letters, which hold some hundred to a few thousand bytes and are
     * filled up with zeros. The limits are our own decision, wide enough for the unfilled and for longer ones.
     */
    static final int LONGEST_HASH = 8_192;

    /** In bytes; the shortest that was seen unfilled has some 700. */
    static final int SHORTEST_HASH = 512;

    private static final int LONGEST_QUOTE = 60;
    private static final int SHOWN_OF_HASH = 12;
    private static final int BASE64_GROUP = 4;
    private static final String BETWEEN = "\n";
    /** Groups as in 00330-80000-00000-AA551, or a key id of thirteen digits; without blanks, in capitals. */
    private static final Pattern PRODUCT = Pattern.compile("[0-9A-Z]+(-[0-9A-Z]+)*");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private DeviceRules() {}

    /** Asks whether the person may register devices, and see what the own organisation registered. */
    static Optional<DeviceRefusal> register(Actor actor) {
        return actor.maySendInvitations() ? Optional.empty() : Optional.of(DeviceRefusal.NEEDS_ADMIN_OR_SALES_AGENT);
    }

    /**
     * Asks whether devices may be registered for a customer now.
     *
     * @param inForce the types of the relationships that are in force between the two
     * @param active whether the customer's organisation is in use
     */
    static Optional<DeviceRefusal> registerFor(Collection<PartnerType> inForce, boolean active) {
        return active && inForce.stream().anyMatch(PartnerType::registersDevices)
                ? Optional.empty()
                : Optional.of(DeviceRefusal.RELATIONSHIP_OVER);
    }

    /** Asks whether devices may be removed in that admin center. */
    static Optional<OnBehalfRefusal> remove(AdminCenter center) {
        return OnBehalfRules.may(center, Permission.MANAGE_DEVICES);
    }

    /**
     * Asks whether a device is somebody's already.
     *
     * @param owners the customers that have a device with one of its identities
     * @return what becomes of its row then; empty where it is free
     */
    static Optional<BatchResult> taken(Collection<TenantId> owners, TenantId customer) {
        if (owners.isEmpty()) {
            return Optional.empty();
        }
        boolean own = owners.stream().allMatch(customer::equals);
        return Optional.of(
                own
                        ? new BatchResult(
                                BatchOutcome.ALREADY,
                                List.of(problem(DeviceRefusal.ZTD_DEVICE_ALREADY_ASSIGNED, "", "")),
                                null)
                        : BatchResult.refused(
                                List.of(problem(DeviceRefusal.ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT, "", ""))));
    }

    /** Asks whether the name of the batch can be taken. */
    static Optional<DeviceRefusal> name(String name) {
        return name.length() <= LONGEST_NAME ? Optional.empty() : Optional.of(DeviceRefusal.NAME_TOO_LONG);
    }

    /** Asks everything that can be wrong with the cells of one row. */
    static List<BatchProblem> problems(Map<DeviceColumn, String> cells) {
        return problems(cells, identities(DeviceDescription.of(cells)));
    }

    /** The same where it is known already by what the row's device is known. */
    static List<BatchProblem> problems(Map<DeviceColumn, String> cells, Set<String> identities) {
        List<BatchProblem> problems = new ArrayList<>();
        cells.forEach((column, cell) ->
                cell(column, cell).ifPresent(refusal -> problems.add(problem(refusal, column.name(), cell))));
        if (problems.isEmpty() && identities.isEmpty()) {
            problems.add(problem(DeviceRefusal.NOT_IDENTIFIED, "", ""));
        }
        return problems;
    }

    /**
     * Asks what is wrong with a cell. That the user is one of the customer's is not asked: most of its people have no account
     * here, and a partner must not find out by trying who has.
     */
    private static Optional<DeviceRefusal> cell(DeviceColumn column, String cell) {
        if (column == DeviceColumn.HASH) {
            return hash(cell).isEmpty() ? Optional.of(DeviceRefusal.INVALID_ZTD_HARDWARE_HASH) : Optional.empty();
        }
        if (CsvFile.isFormula(cell)) {
            return Optional.of(DeviceRefusal.FORMULA);
        }
        if (cell.length() > column.longest()) {
            return Optional.of(DeviceRefusal.CELL_TOO_LONG);
        }
        return switch (column) {
            case PRODUCT_ID ->
                PRODUCT.matcher(plain(cell)).matches()
                        ? Optional.empty()
                        : Optional.of(DeviceRefusal.INVALID_PRODUCT_ID);
            case ASSIGNED_USER ->
                EmailAddress.isWellFormed(cell.toLowerCase(Locale.ROOT))
                        ? Optional.empty()
                        : Optional.of(DeviceRefusal.INVALID_ASSIGNED_USER);
            case SERIAL, HASH, MANUFACTURER, MODEL, GROUP_TAG -> Optional.empty();
        };
    }

    /**
     * The bytes of a hardware hash; empty where it is none. It is Base64 with its filling at the end, without which the
     * services refuse it too.
     */
    static Optional<byte[]> hash(String cell) {
        String letters = cell.replaceAll("\\s", "");
        if (letters.length() % BASE64_GROUP != 0 || letters.length() > LONGEST_HASH) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(letters)).filter(bytes -> bytes.length >= SHORTEST_HASH);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * By what the device is known, in the order in which the database is to get them: whoever registers the same at the same
     * moment waits instead of each waiting for the other. Wide and narrow letters, capitals and the number of blanks tell no
     * two apart.
     */
    static SortedSet<String> identities(DeviceDescription device) {
        SortedSet<String> identities = new TreeSet<>();
        if (device.hashSha256() != null) {
            identities.add(Secrets.sha256("hash" + BETWEEN + device.hashSha256()));
        }
        String product = plain(device.productId());
        if (!product.isEmpty()) {
            identities.add(Secrets.sha256("product" + BETWEEN + product));
        }
        List<String> made = List.of(plain(device.serial()), plain(device.manufacturer()), plain(device.model()));
        if (made.stream().noneMatch(String::isEmpty)) {
            identities.add(Secrets.sha256("serial" + BETWEEN + String.join(BETWEEN, made)));
        }
        return identities;
    }

    private static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return BLANKS.matcher(plain).replaceAll(" ").strip();
    }

    /** What people call it: the first of serial number, product id and hash that it has. */
    static String name(String serial, String productId, @Nullable String hashSha256) {
        if (!serial.isEmpty()) {
            return serial;
        }
        return productId.isEmpty() && hashSha256 != null ? hashSha256.substring(0, SHOWN_OF_HASH) : productId;
    }

    static BatchProblem problem(DeviceRefusal refusal, String field, String quoted) {
        return new BatchProblem(field, refusal.key(), quote(quoted));
    }

    static String quote(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
