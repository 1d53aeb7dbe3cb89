package org.partnerportal.bulkinvitation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.partnerportal.batch.BatchService;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockMultipartFile;

/** Uploads files of invitations for tests. */
@TestComponent
public class BulkInvitationFixture {

    private final BulkInvitationService bulks;
    private final BatchService batches;

    BulkInvitationFixture(BulkInvitationService bulks, BatchService batches) {
        this.bulks = bulks;
        this.batches = batches;
    }

    /** A file that has been looked through. */
    public UUID checked(Actor partner, String text) {
        var file = new MockMultipartFile("file", "list.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        UUID batch = bulks.check(partner, new BulkInvitationForm(Ids.next().toString(), file))
                .batch();
        if (batch == null) {
            throw new IllegalArgumentException("not a file that can be taken");
        }
        return batch;
    }

    /** The same, handed to the job. */
    public UUID started(Actor partner, String text) {
        UUID batch = checked(partner, text);
        batches.start(partner, BulkInvitationWork.KIND, batch);
        return batch;
    }
}
