package org.partnerportal.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A file for spreadsheet programs, sent as it is written: UTF-8 with a byte order mark, lines as RFC 4180 has them, and no
 * cell that such a program would run as a formula.
 */
public final class CsvFile implements AutoCloseable {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** What a formula begins with, in narrow and in wide letters. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final CsvWriter writer;

    private CsvFile(OutputStream body) throws IOException {
        body.write(BYTE_ORDER_MARK);
        writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(body, StandardCharsets.UTF_8);
    }

    /** The answer to a request for a file of that name. */
    public static CsvFile of(HttpServletResponse response, String name) {
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        try {
            return new CsvFile(response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void row(String... cells) {
        row(List.of(cells));
    }

    public void row(List<String> cells) {
        writer.writeRecord(cells.stream().map(CsvFile::guarded).toList());
    }

    /** Text with an apostrophe in front where it would be run instead of shown. */
    static String guarded(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }

    /** Whether a spreadsheet program may run the cell instead of showing it. */
    public static boolean isFormula(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
