package org.partnerportal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files as people and their programs send them, and as nobody should. */
class CsvUploadTests {

    private static final int MOST = 100;
    private static final String MARK = "\uFEFF";

    private static CsvUpload read(byte[] bytes) {
        return CsvUpload.read(bytes, MOST);
    }

    private static CsvUpload read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CsvUpload.Table table(byte[] bytes) {
        assertThat(read(bytes)).isInstanceOf(CsvUpload.Table.class);
        return (CsvUpload.Table) read(bytes);
    }

    private static CsvUpload.Table table(String text) {
        return table(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CsvUpload.Unreadable unreadable(UploadRefusal refusal, String argument) {
        return new CsvUpload.Unreadable(refusal, argument);
    }

    private static String rows(int number) {
        return "mail\n" + "ben@school.example\n".repeat(number);
    }

    /** Spreadsheet programs part cells by what their country uses. */
    @Test
    void readsSemicolonsAndTabs() {
        for (String separator : List.of(",", ";", "\t")) {
            CsvUpload.Table table = table("mail" + separator + "type\nben@school.example" + separator + "\"a;b,c\"\n");

            assertThat(table.heading()).containsExactly("mail", "type");
            assertThat(table.rows().get(0).cells()).containsExactly("ben@school.example", "a;b,c");
        }
    }

    @Test
    void readsUtf8WithAndWithoutItsMark() {
        for (String mark : List.of("", MARK)) {
            CsvUpload.Table table = table(mark + "メール,note\r\nben@school.example,\"a, \"\"b\"\"\nc\"\r\n");
            assertThat(table.encoding()).isEqualTo("UTF-8");
            assertThat(table.heading()).containsExactly("メール", "note");
            assertThat(table.rows())
                    .containsExactly(new CsvUpload.Row(2, List.of("ben@school.example", "a, \"b\"\nc")));
        }
    }

    @Test
    void readsShiftJisAsWindowsWritesIt() {
        // the second byte of 表 and ソ is a backslash, ①, 髙 and ～ are Windows' own
        String text = "メール,メモ\r\nben@school.example,表ソ①髙～予約\r\n";
        CsvUpload.Table table = table(text.getBytes(Charset.forName("windows-31j")));
        assertThat(table.encoding()).isEqualTo("Shift_JIS");
        assertThat(table.heading()).containsExactly("メール", "メモ");
        assertThat(table.rows().get(0).cells().get(1)).isEqualTo("表ソ①髙～予約");
    }

    @Test
    void refusesOtherLetters() throws IOException {
        byte[] sixteen = "mail\nben@school.example\n".getBytes(StandardCharsets.UTF_16);
        byte[] latin = "mail\nMüller, Grüße\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] markedButNot = (MARK + "mail\n").getBytes(StandardCharsets.UTF_8);
        markedButNot[4] = (byte) 0x82;
        byte[] noise = new byte[4_000];
        new Random(1).nextBytes(noise);
        var workbook = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(workbook)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
        }
        byte[] zeros = "mail\nben\0@school.example".getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : List.of(sixteen, latin, markedButNot, noise, workbook.toByteArray(), zeros)) {
            assertThat(read(bytes)).isEqualTo(unreadable(UploadRefusal.ENCODING_UNKNOWN, ""));
        }
    }

    @Test
    void refusesAQuotationMarkThatIsNeverClosed() {
        assertThat(read("mail,note\na@b.example,x\nc@d.example,\"open\nand on\n"))
                .isEqualTo(unreadable(UploadRefusal.QUOTE_NOT_CLOSED, "3"));
        assertThat(read("mail,note\na@b.example,\"")).isEqualTo(unreadable(UploadRefusal.QUOTE_NOT_CLOSED, "2"));
        String large = "mail,note\na@b.example,\"" + "x".repeat(4_000_000);
        assertThat(((CsvUpload.Unreadable) read(large)).reason())
                .isIn(UploadRefusal.QUOTE_NOT_CLOSED, UploadRefusal.MALFORMED);
    }

    @Test
    void refusesTextBehindAClosingQuotationMark() {
        assertThat(read("mail,note\na@b.example,\"x\" y\n")).isEqualTo(unreadable(UploadRefusal.MALFORMED, "2"));
    }

    @Test
    void refusesTenThousandColumns() {
        String many = String.join(",", Collections.nCopies(10_000, "mail"));
        assertThat(read(many + "\n" + many)).isEqualTo(unreadable(UploadRefusal.TOO_MANY_COLUMNS, "1"));
        assertThat(read("mail\n" + many)).isEqualTo(unreadable(UploadRefusal.TOO_MANY_COLUMNS, "2"));
        assertThat(read("mail\n" + ",".repeat(4_000_000) + "x"))
                .isInstanceOfSatisfying(
                        CsvUpload.Unreadable.class,
                        file -> assertThat(file.argument()).isEqualTo("2"));
        assertThat(table(String.join(",", Collections.nCopies(50, "mail")) + "\nx")
                        .heading())
                .hasSize(50);
    }

    @Test
    void refusesACellThatIsTooLong() {
        assertThat(table("mail\n" + "x".repeat(8_192)).rows()).hasSize(1);
        assertThat(read("mail\n" + "x".repeat(8_193))).isEqualTo(unreadable(UploadRefusal.CELL_TOO_LONG, "2"));
    }

    @Test
    void takesSoManyRowsAndNoMore() {
        assertThat(table(rows(MOST)).rows()).hasSize(MOST);
        assertThat(read(rows(MOST + 1))).isEqualTo(unreadable(UploadRefusal.TOO_MANY_ROWS, "100"));
    }

    @Test
    void refusesAFileWithNothingInIt() {
        assertThat(read("")).isEqualTo(unreadable(UploadRefusal.FILE_MISSING, ""));
        for (String text : List.of("\n\n", "mail,type\n", MARK, "mail\n,,\n \n")) {
            assertThat(read(text)).isEqualTo(unreadable(UploadRefusal.NO_ROWS, ""));
        }
    }

    @Test
    void passesOverEmptyRowsButCountsThem() {
        CsvUpload.Table table = table("mail,note\n\n,\n a@b.example , x \n\nc@d.example\n");
        assertThat(table.rows())
                .containsExactly(
                        new CsvUpload.Row(4, List.of("a@b.example", "x")),
                        new CsvUpload.Row(6, List.of("c@d.example")));
    }
}
