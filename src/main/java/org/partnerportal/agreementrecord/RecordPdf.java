package org.partnerportal.agreementrecord;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.partnerportal.agreement.AgreementRecord;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the PDF of a record in a reader's language and time zone. For these three the bytes are always the same. */
@Component
public class RecordPdf {

    private final MessageSource messages;
    private final PdfMaker pdf;

    RecordPdf(MessageSource messages, PdfMaker pdf) {
        this.messages = messages;
        this.pdf = pdf;
    }

    /** A line such as "Version: 2026-12". */
    record Line(String label, String value) {}

    /** The file's name, without its ending. */
    public static String name(AgreementRecord record) {
        return "agreement-record-" + record.reference();
    }

    /** The record as that reader reads it. */
    public byte[] make(AgreementRecord record, TenantView customer, Locale locale, ZoneId zone) {
        return pdf.make(
                "agreementrecord/pdf",
                locale,
                Map.of("reference", record.reference(), "lines", lines(record, customer, locale, zone)),
                record.at(),
                record.id().getLeastSignificantBits());
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
        return new Line(text(locale, key), pdf.writable(value));
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
