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
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Makes PDFs of XML templates. For the same words, time and id the bytes are always the same: nothing in a file comes from
 * the moment in which it is made, and nothing from outside.
 */
@Component
public class PdfMaker {

    private static final int REGULAR = 400;

    private final RecordFont font;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    PdfMaker(MessageSource messages, RecordFont font) {
        this.font = font;
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setSuffix(".xml");
        resolver.setTemplateMode(TemplateMode.XML); // whatever people typed is escaped, and the document well-formed
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
        templates.setTemplateEngineMessageSource(messages);
    }

    /** What people typed, with each letter that the font lacks by its number. */
    public String writable(String text) {
        return font.writable(text);
    }

    /**
     * The file.
     *
     * @param template the template's path without its ending
     * @param words what it shows besides its texts
     * @param at the time that the file says it was made
     * @param id what tells the file from others
     */
    public byte[] make(String template, Locale locale, Map<String, Object> words, Instant at, long id) {
        var context = new Context(locale, words);
        context.setVariable("language", locale.getLanguage());
        String html = templates.process(template, context);
        try (var document = new PDDocument();
                PdfBoxRenderer renderer = renderer(html, document, font.embed(document))) {
            renderer.createPDFKeepOpen();
            return bytes(document, at, id);
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

    private static byte[] bytes(PDDocument document, Instant at, long id) throws IOException {
        // the file's own dates and its id are its subject's, not those of the moment
        var made = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(made);
        information.setModificationDate(made);
        document.setDocumentId(id);
        var file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }
}
