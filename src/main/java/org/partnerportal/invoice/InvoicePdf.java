package org.partnerportal.invoice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.partnerportal.agreementrecord.PdfMaker;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the PDF of an invoice in a reader's language: for these two the bytes are always the same. Its days are those of UTC. */
@Component
class InvoicePdf {

    private final PdfMaker pdf;
    private final MessageSource messages;

    InvoicePdf(PdfMaker pdf, MessageSource messages) {
        this.pdf = pdf;
        this.messages = messages;
    }

    /** A line such as "Invoice number: K7QD2-M4XR9". */
    record Line(String label, String value) {}

    /** The file's name, without its ending. */
    static String name(InvoiceView invoice) {
        return "invoice-" + invoice.number();
    }

    byte[] make(InvoiceView invoice, Locale locale) {
        String seller = invoice.sellerName().isEmpty() ? text(locale, "portal.name") : invoice.sellerName();
        String product =
                text(locale, "Product." + invoice.product(), invoice.title().text(locale));
        return pdf.make(
                "invoice/pdf",
                locale,
                Map.of(
                        "number", invoice.number(),
                        "facts",
                                List.of(
                                        line(locale, "invoice.number", invoice.number()),
                                        line(locale, "invoice.issued", day(invoice.issuedAt(), locale)),
                                        line(locale, "invoice.seller", seller),
                                        line(locale, "invoice.customer", invoice.customerName()),
                                        line(locale, "subscription.reference", invoice.subscriptionReference())),
                        "what", pdf.writable(product),
                        "domain", pdf.writable(invoice.domain()),
                        "reason", text(locale, "Charge.Reason." + invoice.reason()),
                        "from", day(invoice.from(), locale),
                        "to", day(invoice.to(), locale),
                        "quantity", String.valueOf(invoice.quantity()),
                        "price", price(invoice, locale),
                        "amount", pdf.writable(invoice.amount().text(locale))),
                invoice.issuedAt(),
                invoice.id().getLeastSignificantBits());
    }

    private String price(InvoiceView invoice, Locale locale) {
        Object[] one = {invoice.price().text(locale)};
        return pdf.writable(messages.getMessage("subscription.per." + invoice.term(), one, locale));
    }

    private Line line(Locale locale, String key, String value) {
        return new Line(text(locale, key), pdf.writable(value));
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** By a pattern of our own: what the Java platform thinks a date looks like changes from one to the next. */
    private String day(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern(text(locale, "invoice.day"), locale).format(at.atOffset(ZoneOffset.UTC));
    }
}
