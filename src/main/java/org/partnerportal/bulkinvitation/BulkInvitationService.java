package org.partnerportal.bulkinvitation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.batch.BatchLine;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.batch.BatchResult;
import org.partnerportal.batch.BatchService;
import org.partnerportal.batch.NewBatch;
import org.partnerportal.invitation.InvitationRefusal;
import org.partnerportal.invitation.InvitationService;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.upload.CsvUpload;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks through files of invitations and keeps what it finds as batches. */
@Service
class BulkInvitationService {

    private static final int AT_ONCE = 500;
    private static final String BETWEEN = "\n";

    private final BatchService batches;
    private final InvitationService invitations;
    private final BulkInvitationWork work;
    private final RowReader reader;

    BulkInvitationService(
            BatchService batches, InvitationService invitations, BulkInvitationWork work, RowReader reader) {
        this.batches = batches;
        this.invitations = invitations;
        this.work = work;
        this.reader = reader;
    }

    void requireMay(Actor actor) {
        work.may(actor).ifPresent(BulkInvitationService::refuse);
    }

    /** What is wrong with the file as a whole; what the reason's text quotes may be columns. */
    record FileProblem(Refusal reason, List<Column> columns, String argument) {}

    /**
     * What looking through a file came to.
     *
     * @param batch the batch with every row's problems; null where the file can't be taken
     * @param problems why the file can't be taken
     */
    record Checked(@Nullable UUID batch, List<FileProblem> problems) {}

    /** Looks through a file and sends nothing. */
    @Transactional
    Checked check(Actor actor, BulkInvitationForm form) {
        requireMay(actor);
        if (batches.exists(actor, BulkInvitationWork.KIND, form.batch())) {
            return new Checked(form.batch(), List.of()); // the second click of two
        }
        CsvUpload read = CsvUpload.read(form.content(), BulkInvitationRules.MOST_ROWS);
        if (read instanceof CsvUpload.Unreadable unreadable) {
            var problem = new FileProblem(unreadable.reason(), List.of(), unreadable.argument());
            return new Checked(null, List.of(problem));
        }
        var table = (CsvUpload.Table) read;
        Heading heading = BulkInvitationRules.heading(table.heading());
        List<FileProblem> wrong = BulkInvitationRules.columns(heading).entrySet().stream()
                .map(each -> new FileProblem(each.getKey(), each.getValue(), ""))
                .toList();
        if (!wrong.isEmpty()) {
            return new Checked(null, wrong);
        }
        String setting = String.join(
                BETWEEN,
                Stream.concat(Stream.of(table.encoding()), heading.unknown().stream())
                        .map(text -> text.replace(BETWEEN, " "))
                        .toList());
        var batch = new NewBatch(
                form.batch(), BulkInvitationWork.KIND, form.fileName(), setting, lines(actor, heading, table.rows()));
        return new Checked(batches.create(actor, batch), List.of());
    }

    private List<BatchLine> lines(Actor actor, Heading heading, List<CsvUpload.Row> rows) {
        List<BatchLine> lines = new ArrayList<>();
        Map<String, Integer> above = new HashMap<>();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<CsvUpload.Row> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            lines.addAll(lines(actor, heading, some, above));
        }
        return lines;
    }

    private List<BatchLine> lines(Actor actor, Heading heading, List<CsvUpload.Row> rows, Map<String, Integer> above) {
        List<Map<Column, String>> cells = rows.stream()
                .map(row -> BulkInvitationRules.cells(heading, row))
                .toList();
        List<ReadRow> read = reader.read(actor, cells);
        List<String> keys =
                read.stream().map(row -> row.offer().key(actor.tenant())).toList();
        Map<String, UUID> open = invitations.open(actor, keys);
        List<BatchLine> lines = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            CsvUpload.Row row = rows.get(index);
            List<BatchProblem> problems = new ArrayList<>(read.get(index).problems());
            BulkInvitationRules.width(heading, row).ifPresent(problems::add);
            UUID already = open.get(keys.get(index));
            if (problems.isEmpty()) {
                Integer same = above.putIfAbsent(keys.get(index), row.number());
                if (same != null) {
                    problems.add(
                            BulkInvitationRules.problem(BulkInvitationRefusal.SAME_AS_ABOVE, "", String.valueOf(same)));
                }
            }
            BatchLine line = BatchLine.waiting(row.number(), work.payload(cells.get(index)));
            if (!problems.isEmpty()) {
                line = line.with(BatchResult.refused(problems));
            } else if (already != null) {
                line = line.with(BatchResult.already(already));
            }
            lines.add(line);
        }
        return lines;
    }

    /** How the file was read: its letters, then the columns that were left unread. */
    static List<String> reading(String setting) {
        return List.of(setting.split(BETWEEN));
    }

    private static void refuse(InvitationRefusal refusal) {
        throw new RefusedException(refusal);
    }
}
