package org.partnerportal.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.agreement.NewAgreement;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the form of a draft sends, as typed.
 *
 * @param id the id of the version to be, chosen with the form: sent twice, it is still one
 * @param revision which of its states the form began with
 * @param effectiveOn the effective date; empty for at once
 * @param enKind TEXT or PDF
 * @param enStored the SHA-256 of a PDF that was sent before
 */
record DraftForm(
        @Nullable String id,
        @Nullable String revision,
        @Nullable String name,
        @Nullable String effectiveOn,
        @Nullable String enKind,
        @Nullable String enText,
        @Nullable MultipartFile enFile,
        @Nullable String enStored,
        @Nullable String jaKind,
        @Nullable String jaText,
        @Nullable MultipartFile jaFile,
        @Nullable String jaStored) {

    private static final String PDF = "PDF";
    private static final String TEXT = "TEXT";

    static DraftForm empty() {
        return new DraftForm(Ids.next().toString(), "0", "", "", TEXT, "", null, "", TEXT, "", null, "");
    }

    static DraftForm of(DraftView draft, ZoneId zone) {
        NewAgreement content = draft.content();
        Instant effectiveAt = content.effectiveAt();
        NewAgreement.Text en = content.text("en");
        NewAgreement.Text ja = content.text("ja");
        return new DraftForm(
                draft.id().toString(),
                String.valueOf(draft.revision()),
                content.name(),
                effectiveAt == null
                        ? ""
                        : LocalDate.ofInstant(effectiveAt, zone).toString(),
                en.file() == null ? TEXT : PDF,
                en.body(),
                null,
                Objects.requireNonNullElse(en.file(), ""),
                ja.file() == null ? TEXT : PDF,
                ja.body(),
                null,
                Objects.requireNonNullElse(ja.file(), ""));
    }

    UUID version() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    long shownRevision() {
        return Parse.number(revision).orElse(-1);
    }

    /** The file that was chosen for a language, if one was. */
    Optional<MultipartFile> file(String language) {
        MultipartFile file = language.equals("ja") ? jaFile : enFile;
        return Optional.ofNullable(file).filter(chosen -> !chosen.isEmpty() && isPdf(language));
    }

    boolean isPdf(String language) {
        return PDF.equals(language.equals("ja") ? jaKind : enKind);
    }

    boolean hasReadableDate() {
        return blank(effectiveOn) || date().isPresent();
    }

    private Optional<LocalDate> date() {
        try {
            return blank(effectiveOn)
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(Parse.text(effectiveOn).strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The same with PDFs that are kept now, so that nobody has to choose them again. */
    DraftForm withStored(String en, String ja) {
        return new DraftForm(id, revision, name, effectiveOn, enKind, enText, null, en, jaKind, jaText, null, ja);
    }

    /** What the form says; the date begins where the person lives. */
    NewAgreement content(ZoneId zone) {
        return new NewAgreement(
                Parse.text(name).strip(),
                date().map(day -> day.atStartOfDay(zone).toInstant()).orElse(null),
                List.of(text("en", enText, enStored), text("ja", jaText, jaStored)));
    }

    private NewAgreement.Text text(String language, @Nullable String body, @Nullable String stored) {
        return isPdf(language)
                ? new NewAgreement.Text(language, "", Parse.text(stored))
                : new NewAgreement.Text(language, Parse.text(body).replace("\r\n", "\n"), null);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
