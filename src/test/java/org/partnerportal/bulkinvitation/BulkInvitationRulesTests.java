package org.partnerportal.bulkinvitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.upload.CsvUpload;

/** What a file has to be, beyond what every invitation has to be. */
class BulkInvitationRulesTests {

    private static Heading heading(String... names) {
        return BulkInvitationRules.heading(List.of(names));
    }

    private static CsvUpload.Row row(String... cells) {
        return new CsvUpload.Row(2, List.of(cells));
    }

    private static List<String> keys(Map<Column, String> cells) {
        return BulkInvitationRules.row(cells).map(BatchProblem::key).toList();
    }

    @Test
    void knowsItsColumnsInEnglishAndJapanese() {
        assertThat(heading(
                                "Customer",
                                "E-Mail",
                                "TYPE",
                                "roles",
                                "Role template",
                                "days",
                                "language",
                                "note",
                                "reference")
                        .columns())
                .containsExactly(Column.values());
        assertThat(heading("顧客", "メール", "種類", "ロール", "テンプレート", "日数", "言語", "メモ", "参照名")
                        .columns())
                .containsExactly(Column.values());
        assertThat(heading("ＭＡＩＬ", "ﾒｰﾙ ｱﾄﾞﾚｽ").columns()).containsExactly(Column.MAIL, Column.MAIL);
    }

    @Test
    void saysWhichColumnsItDoesNotKnow() {
        Heading heading = heading("mail", "type", "Roels", "", "x".repeat(100));
        assertThat(heading.columns()).isEqualTo(Arrays.asList(Column.MAIL, Column.TYPE, null, null, null));
        assertThat(heading.unknown()).containsExactly("Roels", "x".repeat(60) + "…");
    }

    @Test
    void needsMailAndType() {
        assertThat(BulkInvitationRules.columns(heading("mail", "type"))).isEmpty();
        assertThat(BulkInvitationRules.columns(heading("note")))
                .isEqualTo(Map.of(BulkInvitationRefusal.COLUMN_MISSING, List.of(Column.MAIL, Column.TYPE)));
    }

    @Test
    void takesNoColumnTwice() {
        assertThat(BulkInvitationRules.columns(heading("mail", "type", "メール")))
                .isEqualTo(Map.of(BulkInvitationRefusal.COLUMN_TWICE, List.of(Column.MAIL)));
    }

    @Test
    void findsTheCellsOfARow() {
        Heading heading = heading("type", "other", "mail", "note");
        assertThat(BulkInvitationRules.cells(heading, row("OEM", "x", "a@b.example")))
                .isEqualTo(Map.of(Column.TYPE, "OEM", Column.MAIL, "a@b.example"));
        assertThat(BulkInvitationRules.width(heading, row("OEM", "x", "a@b.example", "n")))
                .isEmpty();
        assertThat(BulkInvitationRules.width(heading, row("OEM", "x", "a@b.example", "n", "")))
                .isEmpty();
        assertThat(BulkInvitationRules.width(heading, row("OEM", "x", "a@b.example", "n", "more")))
                .map(BatchProblem::key)
                .contains("BulkInvitationRefusal.TOO_MANY_CELLS");
    }

    @Test
    void takesNoFormulas() {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "=HYPERLINK(\"http://x.example\")")) {
            assertThat(BulkInvitationRules.row(Map.of(Column.NOTE, formula)))
                    .containsExactly(new BatchProblem("NOTE", "BulkInvitationRefusal.FORMULA", formula));
        }
        assertThat(keys(Map.of(Column.NOTE, "1+1=2", Column.MAIL, "a@b.example")))
                .isEmpty();
    }

    @Test
    void takesRolesOrATemplate() {
        assertThat(keys(Map.of(Column.ROLES, "x"))).isEmpty();
        assertThat(keys(Map.of(Column.TEMPLATE, "x"))).isEmpty();
        assertThat(keys(Map.of(Column.ROLES, "x", Column.TEMPLATE, "y")))
                .containsExactly("BulkInvitationRefusal.ROLES_AND_TEMPLATE");
    }

    @Test
    void namesTheColumnOfEachFieldOfTheSingleForm() {
        Map<Column, String> none = Map.of();
        assertThat(List.of("customer", "email", "type", "roles", "durationDays", "language", "note", "name"))
                .extracting(field -> BulkInvitationRules.column(field, none))
                .containsExactly("CUSTOMER", "MAIL", "TYPE", "ROLES", "DAYS", "LANGUAGE", "NOTE", "REFERENCE");
        assertThat(BulkInvitationRules.column("roles", Map.of(Column.TEMPLATE, "x")))
                .isEqualTo("TEMPLATE");
        assertThat(BulkInvitationRules.column("", none)).isEmpty();
    }
}
