package org.partnerportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** Files that spreadsheet programs take as they are, and that run nothing there. */
class CsvFileTests {

    @Test
    void beginsWithAByteOrderMarkAndQuotesAsTheStandardSays() {
        var response = new MockHttpServletResponse();
        try (var file = CsvFile.of(response, "list.csv")) {
            file.row("Name", "日本語");
            file.row("a,b", "say \"yes\"");
            file.row("two\nlines", "");
        }
        assertThat(response.getContentType()).isEqualTo("text/csv; charset=UTF-8");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"list.csv\"");
        assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFName,日本語\r\n\"a,b\",\"say \"\"yes\"\"\"\r\n\"two\nlines\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A"})
    void takesTheForceFromFormulas(String cell) {
        assertThat(CsvFile.guarded(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Alder & Finch", "1-2", "2026-01-01T00:00:00Z", "a=b"})
    void leavesOtherCellsAsTheyAre(String cell) {
        assertThat(CsvFile.guarded(cell)).isEqualTo(cell);
    }
}
