package org.partnerportal.agreementrecord;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.partnerportal.agreement.AgreementRecord;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Makes the PDF of a record in a reader's language and time zone. For these three the bytes are always the same: nothing
 * in it comes from the moment in which it is made, and nothing from outside.
 */
@Component
public class RecordPdf {

    private static final int REGULAR = 400;

    private final MessageSource messages;
    private final RecordFont font;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    RecordPdf(MessageSource messages, RecordFont font) {
        this.messages = messages;
        this.font = font;
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("agreementrecord/");
        resolver.setSuffix(".xml");
        resolver.setTemplateMode(TemplateMode.XML); // whatever people typed is escaped, and the document well-formed
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
        templates.setTemplateEngineMessageSource(messages);
    }

    /** A line such as "Version: 2026-12". */
    record Line(String label, String value) {}

    /** The file's name, without its ending. */
    public static String name(AgreementRecord record) {
        return "agreement-record-" + record.reference();
    }

    /** The record as that reader reads it. */
    public byte[] make(AgreementRecord record, TenantView customer, Locale locale, ZoneId zone) {
        String html = html(record, customer, locale, zone);
        try (var document = new PDDocument();
                PdfBoxRenderer renderer = renderer(html, document, font.embed(document))) {
            renderer.createPDFKeepOpen();
            return bytes(document, record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfBoxRenderer renderer(String html, PDDocument document, PDFont font) {
        return new PdfRendererBuilder()
                .useFastMode()
                .usePdfUaAccessibility(true)
                .usePDDocument(document)
                .useFont(new PDFontSupplier(font), RecordFont.NAME, REGULAR, FontStyle.NORMAL, true)
                .useExternalResourceAccessControl(
                        (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withHtmlContent(html, null)
                .buildPdfRenderer();
    }

    private static byte[] bytes(PDDocument document, AgreementRecord record) throws IOException {
        // the file's own dates and its id are the record's, not those of the moment
        var acceptedAt = GregorianCalendar.from(record.at().atZone(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(acceptedAt);
        information.setModificationDate(acceptedAt);
        document.setDocumentId(record.id().getLeastSignificantBits());
        var file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }

    private String html(AgreementRecord record, TenantView customer, Locale locale, ZoneId zone) {
        var context = new Context(locale);
        context.setVariable("language", locale.getLanguage());
        context.setVariable("reference", record.reference());
        context.setVariable("lines", lines(record, customer, locale, zone));
        return templates.process("pdf", context);
    }

    private List<Line> lines(AgreementRecord record, TenantView customer, Locale locale, ZoneId zone) {
        return List.of(
                line(locale, "agreement.reference", record.reference()),
                line(locale, "agreementrecord.organisation", customer.name()),
                line(locale, "agreementrecord.organisation.domain", customer.domain()),
                line(locale, "agreementrecord.organisation.id", customer.id().toString()),
                line(locale, "agreement.version", record.agreement()),
                line(locale, "agreement.shown-in", text(locale, "agreement.language." + record.language())),
                line(locale, "agreement.sha256", record.sha256()),
                line(locale, "agreement.by", record.person() + " (" + record.email() + ")"),
                line(locale, "agreement.at", time(record.at(), locale, zone)),
                line(locale, "agreement.at.utc", record.at().toString()),
                line(locale, "agreement.address", record.address()),
                line(locale, "agreement.browser", record.browser()),
                line(locale, "agreement.place", text(locale, "Place." + record.place())));
    }

    private Line line(Locale locale, String key, String value) {
        return new Line(text(locale, key), font.writable(value));
    }

    private String text(Locale locale, String key) {
        return messages.getMessage(key, null, locale);
    }

    /** By a pattern of our own: what the Java platform thinks a date looks like changes from one to the next. */
    private String time(Instant at, Locale locale, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        String offset = local.getOffset().equals(ZoneOffset.UTC)
                ? "UTC"
                : "UTC" + local.getOffset().getId();
        return DateTimeFormatter.ofPattern(text(locale, "agreementrecord.time"), locale)
                        .format(local) + " (" + zone.getId() + ", " + offset + ")";
    }
}
