package org.partnerportal.upload;

import java.util.List;
import java.util.Optional;
import org.partnerportal.shared.Refusal;

/** What an uploaded CSV file turns out to be: a table, or nothing that can be read, with the reason. */
public sealed interface CsvUpload {

    int MOST_COLUMNS = 50;

    /** A hardware hash has about 4,000 letters, and nothing else that people send is longer. */
    int LONGEST_CELL = 8_192;

    /** In bytes: far more than the most rows take. */
    int LARGEST = 5 * 1024 * 1024;

    /**
     * A heading with rows under it. Empty rows are left out, though they count as rows for the numbers.
     *
     * @param encoding the letters in which it is written: UTF-8 or Shift_JIS
     */
    record Table(String encoding, List<String> heading, List<Row> rows) implements CsvUpload {}

    /**
     * One row.
     *
     * @param number the number of the row as spreadsheet programs show it; the heading is 1
     */
    record Row(int number, List<String> cells) {}

    /**
     * The file can't be taken.
     *
     * @param reason why
     * @param argument what the reason's text quotes, such as a row's number; may be empty
     */
    record Unreadable(Refusal reason, String argument) implements CsvUpload {}

    /** Reads a whole file, of so many rows at most. */
    static CsvUpload read(byte[] bytes, int mostRows) {
        if (bytes.length == 0) {
            return new Unreadable(UploadRefusal.FILE_MISSING, "");
        }
        if (bytes.length > LARGEST) {
            return new Unreadable(UploadRefusal.FILE_TOO_LARGE, "");
        }
        Optional<Decoded> text = Decoded.of(bytes);
        return text.isEmpty()
                ? new Unreadable(UploadRefusal.ENCODING_UNKNOWN, "")
                : new CsvReading(mostRows).read(text.get());
    }
}
