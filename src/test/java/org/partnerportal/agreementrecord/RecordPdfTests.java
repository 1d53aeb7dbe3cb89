package org.partnerportal.agreementrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.agreement.AgreementRecord;
import org.partnerportal.agreement.Place;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The PDF of a record: the same bytes whenever it is made, whole in both languages, and nothing from outside. */
class RecordPdfTests {

    private static final Instant ACCEPTED_AT = Instant.parse("2026-11-25T05:04:03.000021Z");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final TenantView SAKURA =
            new TenantView(new TenantId(new UUID(0, 1)), "学校法人さくら学院 髙﨑校", "sakura.example", "JP", true);

    private static ResourceBundleMessageSource messages;
    private static RecordPdf pdf;

    @BeforeAll
    static void prepare() throws IOException {
        messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/agreement", "messages/agreementrecord");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        pdf = new RecordPdf(messages, new PdfMaker(messages, new RecordFont()));
    }

    private static AgreementRecord record(String person, String browser) {
        return new AgreementRecord(
                new UUID(7, 8),
                "K7QD2-M4XR9",
                SAKURA.id(),
                new UUID(0, 3),
                "2026-12",
                "ja",
                HASH,
                person,
                "hanako@sakura.example",
                ACCEPTED_AT,
                "192.0.2.1",
                browser,
                Place.AGREEMENT_PAGE);
    }

    private static final AgreementRecord HANAKO = record("山田 花子", "Mozilla/5.0 (X11; Linux x86_64)");

    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void theSameRecordGivesTheSameBytes(String language) {
        Locale locale = Locale.forLanguageTag(language);
        byte[] first = pdf.make(HANAKO, SAKURA, locale, TOKYO);
        byte[] second = pdf.make(HANAKO, SAKURA, locale, TOKYO);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void nothingInTheFileComesFromTheMomentInWhichItIsMade() throws IOException {
        byte[] file = pdf.make(HANAKO, SAKURA, Locale.JAPANESE, TOKYO);
        String raw = new String(file, StandardCharsets.ISO_8859_1);

        try (PDDocument document = Loader.loadPDF(file)) {
            var acceptedAt =
                    GregorianCalendar.from(Instant.parse("2026-11-25T05:04:03Z").atZone(ZoneOffset.UTC));
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(acceptedAt.toInstant());
            assertThat(document.getDocumentInformation().getModificationDate().toInstant())
                    .isEqualTo(acceptedAt.toInstant());
            assertThat(document.getDocument().getTrailer().getDictionaryObject(COSName.ID))
                    .isNotNull();
            var metadata = document.getDocumentCatalog().getMetadata();
            assertThat(metadata == null ? "" : new String(metadata.toByteArray(), StandardCharsets.UTF_8))
                    .doesNotContain("CreateDate", "ModifyDate", "MetadataDate", "DocumentID", "InstanceID");
        }
        assertThat(raw).doesNotContain("http://localhost", "file:");
    }

    @Test
    void anotherRecordLanguageOrZoneGivesAnotherFile() throws IOException {
        byte[] file = pdf.make(HANAKO, SAKURA, Locale.JAPANESE, TOKYO);

        assertThat(pdf.make(HANAKO, SAKURA, Locale.ENGLISH, TOKYO)).isNotEqualTo(file);
        assertThat(pdf.make(HANAKO, SAKURA, Locale.JAPANESE, ZoneId.of("UTC"))).isNotEqualTo(file);
        assertThat(pdf.make(record("山田 太郎", "x"), SAKURA, Locale.JAPANESE, TOKYO))
                .isNotEqualTo(file);
    }

    @Test
    void holdsEverythingInJapanese() throws IOException {
        assertThat(text(pdf.make(HANAKO, SAKURA, Locale.JAPANESE, TOKYO)))
                .contains(
                        "契約への同意の記録",
                        "K7QD2-M4XR9",
                        "学校法人さくら学院髙﨑校",
                        "sakura.example",
                        "2026-12",
                        "山田花子(hanako@sakura.example)",
                        HASH,
                        "2026年11月25日14:04:03(Asia/Tokyo,UTC+09:00)",
                        "2026-11-25T05:04:03.000021Z",
                        "192.0.2.1",
                        "Mozilla/5.0(X11;Linuxx86_64)",
                        "契約のページ")
                .doesNotContain("#", "??");
    }

    @Test
    void holdsEverythingInEnglish() throws IOException {
        assertThat(text(pdf.make(HANAKO, SAKURA, Locale.ENGLISH, ZoneId.of("Europe/London"))))
                .contains(
                        "Recordoftheagreement",
                        "学校法人さくら学院髙﨑校",
                        "山田花子(hanako@sakura.example)",
                        HASH,
                        "25November2026,05:04:03(Europe/London,UTC)",
                        "Japanese",
                        "theagreementpage")
                .doesNotContain("??");
    }

    /** What nobody typed: all labels and sentences that can stand in a record. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void theFontHasEveryLetterOfThePortalsOwnWords(String language) throws IOException {
        var font = new RecordFont();
        Locale locale = Locale.forLanguageTag(language);
        for (String bundle : messages.getBasenameSet()) {
            var texts = ResourceBundle.getBundle(bundle, locale);
            texts.keySet()
                    .forEach(key -> assertThat(texts.getString(key).codePoints())
                            .as(key)
                            .allMatch(letter -> Character.isISOControl(letter) || font.has(letter)));
        }
    }

    @Test
    void theFontIsInTheFile() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.make(HANAKO, SAKURA, Locale.JAPANESE, TOKYO))) {
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void noTwoLettersBecomeOneSign() throws IOException {
        assertThat(text(pdf.make(record("Effi Finch-Affleck", "x"), SAKURA, Locale.ENGLISH, TOKYO)))
                .contains("EffiFinch-Affleck");
    }

    @Test
    void aLetterThatTheFontLacksIsNamedByItsNumber() throws IOException {
        var font = new RecordFont();
        assertThat(font.writable("Ben 😀")).isEqualTo("Ben [U+1F600]");
        assertThat(font.writable("葛\uDB40\uDD00城 𠮟る")).isEqualTo("葛城 𠮟る");
        assertThat(text(pdf.make(record("สมชาย", "x"), SAKURA, Locale.ENGLISH, TOKYO)))
                .contains("[U+0E2A]");
    }

    @Test
    void whatPeopleTypeIsTextAndNothingIsFetched() throws IOException {
        String hostile = "</td><img src=\"http://192.0.2.7/x.png\"/><b>&amp;";
        String long300 = "A".repeat(300);

        assertThat(text(pdf.make(record(hostile, "B"), SAKURA, Locale.ENGLISH, TOKYO)))
                .contains(squeezed(hostile));
        assertThat(text(pdf.make(record("Ben", long300), SAKURA, Locale.ENGLISH, TOKYO)))
                .contains(long300);
        assertThat(text(pdf.make(record("Ben\u0000\u0007\u001b", "B"), SAKURA, Locale.ENGLISH, TOKYO)))
                .contains("Ben[U+0000][U+0007][U+001B]");
    }
}
