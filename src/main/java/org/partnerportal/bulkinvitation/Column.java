package org.partnerportal.bulkinvitation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns that a file may have, in any order, each under one of its names. */
enum Column {
    /** The customer that the offer is meant for: its domain or its tenant id. May be empty. */
    CUSTOMER("customer", "顧客"),
    /** The address that is invited. */
    MAIL("mail", "e-mail", "mail address", "e-mail address", "メール", "メール アドレス", "宛先"),
    /** The partner type. */
    TYPE("type", "partner type", "種類", "パートナーの種類"),
    /** The roles asked for, with semicolons between them; or the next one. */
    ROLES("roles", "ロール"),
    /** The name of a role template. */
    TEMPLATE("template", "role template", "テンプレート", "ロール テンプレート"),
    /** Days of access. */
    DAYS("days", "days of access", "日数", "アクセスの日数"),
    /** The language of the mail. */
    LANGUAGE("language", "language of the mail", "言語", "メールの言語"),
    /** The note to the customer. */
    NOTE("note", "メモ"),
    /** The relationship's name, by which the partner finds it again. */
    REFERENCE("reference", "name", "relationship name", "参照名", "参照", "リレーションシップ名");

    private final List<String> names;

    Column(String... names) {
        this.names = Arrays.stream(names).map(Column::plain).toList();
    }

    /** Whether every file needs it. */
    boolean isRequired() {
        return this == MAIL || this == TYPE;
    }

    /** The column with that name in a heading. */
    static Optional<Column> named(String heading) {
        return Arrays.stream(values())
                .filter(column -> column.names.contains(plain(heading)))
                .findFirst();
    }

    /** Wide and narrow letters, capitals, blanks and hyphens tell no two names apart. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]", "");
    }
}
