package org.partnerportal.upload;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.upload.CsvUpload.Row;
import org.partnerportal.upload.CsvUpload.Table;
import org.partnerportal.upload.CsvUpload.Unreadable;

/** Reads one file's records, strictly as RFC 4180 has them, and stops at the first that is too much. */
final class CsvReading {

    private final int mostRows;
    private final List<Row> rows = new ArrayList<>();
    private @Nullable List<String> heading;
    private int number;

    CsvReading(int mostRows) {
        this.mostRows = mostRows;
    }

    CsvUpload read(Decoded decoded) {
        // one record at a time: a file with a hundred million commas must not become as many texts
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator(decoded.text()))
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(decoded.text())) {
            for (CsvRecord row : records) {
                Optional<Unreadable> tooMuch = take(row.getFields());
                if (tooMuch.isPresent()) {
                    return tooMuch.get();
                }
            }
        } catch (CsvParseException e) {
            return unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory has no such faults
        }
        return heading == null || rows.isEmpty()
                ? new Unreadable(UploadRefusal.NO_ROWS, "")
                : new Table(decoded.encoding(), heading, rows);
    }

    /** What parts the cells: spreadsheet programs write a comma, a semicolon or a tab, by the country they are set to. */
    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(
                        each -> first.chars().filter(letter -> letter == each).count()))
                .orElseThrow();
    }

    private Optional<Unreadable> take(List<String> fields) {
        number++;
        if (fields.stream().allMatch(String::isBlank)) {
            return Optional.empty();
        }
        if (fields.size() > CsvUpload.MOST_COLUMNS) {
            return tooMuch(UploadRefusal.TOO_MANY_COLUMNS);
        }
        if (fields.stream().anyMatch(cell -> cell.length() > CsvUpload.LONGEST_CELL)) {
            return tooMuch(UploadRefusal.CELL_TOO_LONG);
        }
        List<String> cells = fields.stream().map(String::strip).toList();
        if (heading == null) {
            heading = cells;
        } else if (rows.size() == mostRows) {
            return Optional.of(
                    new Unreadable(UploadRefusal.TOO_MANY_ROWS, String.format(Locale.ROOT, "%,d", mostRows)));
        } else {
            rows.add(new Row(number, cells));
        }
        return Optional.empty();
    }

    private Optional<Unreadable> tooMuch(UploadRefusal refusal) {
        return Optional.of(new Unreadable(refusal, String.valueOf(number)));
    }

    private Unreadable unreadable(CsvParseException e) {
        String message = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        UploadRefusal refusal = message.contains("nclosed") ? UploadRefusal.QUOTE_NOT_CLOSED : UploadRefusal.MALFORMED;
        return new Unreadable(refusal, String.valueOf(number + 1));
    }
}
