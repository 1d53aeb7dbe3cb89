package org.partnerportal.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CsvFile;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A history as a file, written as it is read: a portion at a time, each in a short transaction of its own, so that neither
 * memory nor the database holds more than one of them.
 */
@Component
class HistoryFile {

    private static final int PORTION = 1_000;
    private static final List<String> COLUMNS = List.of(
            "audit.when.utc",
            "audit.what",
            "audit.kind",
            "audit.who",
            "audit.on-behalf-of",
            "audit.partner",
            "audit.customer",
            "audit.facts",
            "audit.address",
            "audit.request",
            "audit.entry");

    private final TrailService trail;
    private final TrailWords words;
    private final JsonMapper json;

    HistoryFile(TrailService trail, TrailWords words, JsonMapper json) {
        this.trail = trail;
        this.words = words;
        this.json = json;
    }

    /** For spreadsheet programs, in the reader's words; times in UTC. */
    void csv(Actor actor, HistoryForm form, HttpServletResponse response) {
        TrailFilter filter = trail.fileFilter(actor, form);
        List<TrailLine> first = trail.rows(actor, filter, null, PORTION); // a fault here can still become a page
        try (var file = CsvFile.of(response, "history.csv")) {
            file.row(COLUMNS.stream().map(words::text).toList());
            each(actor, filter, first, row -> file.row(cells(row, actor.tenant())));
        }
    }

    private List<String> cells(TrailLine row, TenantId reader) {
        return List.of(
                row.at().toString(),
                words.what(row.kind()),
                row.kind(),
                row.personName(),
                Objects.requireNonNullElse(row.onBehalfOfName(), ""),
                isBetweenTwo(row) ? Objects.requireNonNullElse(row.partnerName(), "") : "",
                isBetweenTwo(row) ? Objects.requireNonNullElse(row.customerName(), "") : "",
                String.join("; ", words.facts(row.details())),
                row.isOwn(reader) ? row.address() : "",
                row.isOwn(reader) ? row.requestId() : "",
                row.id().toString());
    }

    /** What an organisation does by itself has no partner and no customer, though the trail keeps it with one of the two. */
    private static boolean isBetweenTwo(TrailLine row) {
        return row.partner() != null && row.customer() != null && !row.partner().equals(row.customer());
    }

    /** For programs, free of language: an array with an object for each row. */
    void json(Actor actor, HistoryForm form, HttpServletResponse response) throws IOException {
        TrailFilter filter = trail.fileFilter(actor, form);
        List<TrailLine> first = trail.rows(actor, filter, null, PORTION);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("history.json").build().toString());
        try (JsonGenerator file = json.createGenerator(response.getOutputStream(), JsonEncoding.UTF8)) {
            file.writeStartArray();
            each(actor, filter, first, row -> write(file, row, actor.tenant()));
            file.writeEndArray();
        }
    }

    private static void write(JsonGenerator file, TrailLine row, TenantId reader) {
        file.writeStartObject();
        file.writeStringProperty("id", row.id().toString());
        file.writeStringProperty("at", row.at().toString());
        file.writeStringProperty("kind", row.kind());
        file.writeStringProperty("subject", row.subject().toString());
        party(file, "person", row.person(), row.personName());
        file.writeStringProperty("onBehalfOf", row.onBehalfOfName());
        party(file, "partner", isBetweenTwo(row) ? row.partner() : null, row.partnerName());
        party(file, "customer", isBetweenTwo(row) ? row.customer() : null, row.customerName());
        file.writeName("details");
        file.writeRawValue(row.details());
        if (row.isOwn(reader)) {
            file.writeStringProperty("address", row.address());
            file.writeStringProperty("requestId", row.requestId());
        }
        file.writeEndObject();
    }

    private static void party(JsonGenerator file, String what, @Nullable UUID id, @Nullable String name) {
        file.writeName(what);
        if (id == null) {
            file.writeNull();
            return;
        }
        file.writeStartObject();
        file.writeStringProperty("id", id.toString());
        file.writeStringProperty("name", name);
        file.writeEndObject();
    }

    private void each(Actor actor, TrailFilter filter, List<TrailLine> first, Consumer<TrailLine> row) {
        List<TrailLine> portion = first;
        while (!portion.isEmpty()) {
            portion.forEach(row);
            portion = portion.size() < PORTION ? List.of() : next(actor, filter, TrailKey.of(portion.get(PORTION - 1)));
        }
    }

    /** A fault in the middle breaks the connection: a file that ended politely there would look whole. */
    private List<TrailLine> next(Actor actor, TrailFilter filter, TrailKey before) {
        try {
            return trail.rows(actor, filter, before, PORTION);
        } catch (DataAccessException | TransactionException e) {
            throw new UncheckedIOException(new IOException("The file broke off", e));
        }
    }
}
