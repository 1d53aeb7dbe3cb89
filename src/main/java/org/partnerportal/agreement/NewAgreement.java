package org.partnerportal.agreement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version that is to be published.
 *
 * @param name its name, such as 2026-12
 * @param effectiveAt from when on it is in force; null for the moment in which it is published
 * @param texts one for each language that the portal speaks
 */
public record NewAgreement(String name, @Nullable Instant effectiveAt, List<Text> texts) {

    public NewAgreement {
        texts = List.copyOf(texts);
    }

    /** The text in that language; one without content where none was given. */
    public Text text(String language) {
        return texts.stream()
                .filter(text -> text.language().equals(language))
                .findFirst()
                .orElseGet(() -> new Text(language, "", null));
    }

    /**
     * What it says in one language.
     *
     * @param language the language's code
     * @param body the text in Markdown; empty where it is a PDF
     * @param file the SHA-256 of a PDF that is kept, or null where it is a text
     */
    public record Text(
            String language, String body, @Nullable String file) {}
}
