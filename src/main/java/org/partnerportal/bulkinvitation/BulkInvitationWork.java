package org.partnerportal.bulkinvitation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.batch.BatchLine;
import org.partnerportal.batch.BatchResult;
import org.partnerportal.batch.BatchWork;
import org.partnerportal.invitation.InvitationRefusal;
import org.partnerportal.invitation.InvitationService;
import org.partnerportal.shared.Limited;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sends the invitation of one row, unless the same is open already. */
@Component
class BulkInvitationWork implements BatchWork {

    static final String KIND = "invitation";
    static final String PAGE = "/partner/invitations/bulk";

    private static final TypeReference<Map<Column, String>> CELLS = new TypeReference<>() {};

    private final InvitationService invitations;
    private final RowReader reader;
    private final JsonMapper json;

    BulkInvitationWork(InvitationService invitations, RowReader reader, JsonMapper json) {
        this.invitations = invitations;
        this.reader = reader;
        this.json = json;
    }

    /** The cells as they were typed, so that a result can be shown beside them. */
    String payload(Map<Column, String> cells) {
        return json.writeValueAsString(cells);
    }

    Map<Column, String> cells(BatchLine line) {
        return json.readValue(line.payload(), CELLS);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page() {
        return PAGE;
    }

    @Override
    public Optional<InvitationRefusal> may(Actor actor) {
        return invitations.maySend(actor);
    }

    @Override
    public Optional<Instant> notBefore(Actor actor) {
        return invitations.reachedLimitOfBatches(actor).map(Limited::freeAt);
    }

    @Override
    public BatchResult work(Actor actor, UUID batch, String setting, BatchLine line) {
        ReadRow row = reader.read(actor, List.of(cells(line))).get(0);
        if (!row.problems().isEmpty()) {
            return BatchResult.refused(row.problems()); // something changed since it was checked
        }
        InvitationService.SentOnce sent = invitations.sendOnce(actor, row.offer());
        return sent.sent() ? BatchResult.done(sent.invitation()) : BatchResult.already(sent.invitation());
    }
}
