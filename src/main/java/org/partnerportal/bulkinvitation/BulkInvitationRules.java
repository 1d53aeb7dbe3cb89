package org.partnerportal.bulkinvitation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.shared.CsvFile;
import org.partnerportal.shared.Refusal;
import org.partnerportal.upload.CsvUpload;

/** What a file has to be. What a row offers is asked of the rules of invitations. */
final class BulkInvitationRules {

    /** So many rows are taken at once. */
    static final int MOST_ROWS = 10_000;

    private static final int LONGEST_QUOTE = 60;

    private BulkInvitationRules() {}

    static Heading heading(List<String> names) {
        List<@Nullable Column> columns = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            Optional<Column> column = Column.named(name);
            columns.add(column.orElse(null));
            if (column.isEmpty() && !name.isBlank()) {
                unknown.add(quote(name));
            }
        }
        return new Heading(columns, unknown);
    }

    /** Asks whether the heading has what every row needs, and nothing twice; answers with the columns. */
    static Map<BulkInvitationRefusal, List<Column>> columns(Heading heading) {
        Map<BulkInvitationRefusal, List<Column>> wrong = new EnumMap<>(BulkInvitationRefusal.class);
        for (Column column : Column.values()) {
            int times = Collections.frequency(heading.columns(), column);
            if (times == 0 && column.isRequired()) {
                wrong.computeIfAbsent(BulkInvitationRefusal.COLUMN_MISSING, each -> new ArrayList<>())
                        .add(column);
            }
            if (times > 1) {
                wrong.computeIfAbsent(BulkInvitationRefusal.COLUMN_TWICE, each -> new ArrayList<>())
                        .add(column);
            }
        }
        return wrong;
    }

    /** The cells of a row by column. */
    static Map<Column, String> cells(Heading heading, CsvUpload.Row row) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        int width = Math.min(heading.columns().size(), row.cells().size());
        for (int index = 0; index < width; index++) {
            Column column = heading.columns().get(index);
            if (column != null && !row.cells().get(index).isEmpty()) {
                cells.put(column, row.cells().get(index));
            }
        }
        return cells;
    }

    /** Asks whether the row fits under the heading. */
    static Optional<BatchProblem> width(Heading heading, CsvUpload.Row row) {
        boolean over = row.cells().stream().skip(heading.columns().size()).anyMatch(cell -> !cell.isEmpty());
        return over ? Optional.of(problem(BulkInvitationRefusal.TOO_MANY_CELLS, "", "")) : Optional.empty();
    }

    /** Asks what no single form could have wrong. */
    static Stream<BatchProblem> row(Map<Column, String> cells) {
        Stream<BatchProblem> formulas = Arrays.stream(Column.values())
                .filter(column -> CsvFile.isFormula(cell(cells, column)))
                .map(column -> problem(BulkInvitationRefusal.FORMULA, column.name(), cell(cells, column)));
        return cells.containsKey(Column.ROLES) && cells.containsKey(Column.TEMPLATE)
                ? Stream.concat(
                        formulas,
                        Stream.of(problem(
                                BulkInvitationRefusal.ROLES_AND_TEMPLATE,
                                Column.TEMPLATE.name(),
                                cell(cells, Column.TEMPLATE))))
                : formulas;
    }

    static String cell(Map<Column, String> cells, Column column) {
        return cells.getOrDefault(column, "");
    }

    static BatchProblem problem(Refusal refusal, String field, String quoted) {
        return new BatchProblem(field, refusal.key(), quote(quoted));
    }

    /** The column of a field of the single form. */
    static String column(String field, Map<Column, String> cells) {
        return switch (field) {
            case "customer" -> Column.CUSTOMER.name();
            case "email" -> Column.MAIL.name();
            case "type" -> Column.TYPE.name();
            case "roles" -> (cells.containsKey(Column.TEMPLATE) ? Column.TEMPLATE : Column.ROLES).name();
            case "durationDays" -> Column.DAYS.name();
            case "language" -> Column.LANGUAGE.name();
            case "note" -> Column.NOTE.name();
            case "name" -> Column.REFERENCE.name();
            default -> "";
        };
    }

    private static String quote(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
