package org.partnerportal.bulkinvitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.LimitedTest;
import org.partnerportal.PortalTest;
import org.partnerportal.TestClock;
import org.partnerportal.batch.BatchFixture;
import org.partnerportal.batch.BatchOutcome;
import org.partnerportal.batch.BatchService;
import org.partnerportal.batch.BatchState;
import org.partnerportal.batch.BatchView;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;

/** A file with more rows than mails may go in an hour waits, and goes on by itself. */
@PortalTest
@LimitedTest
class BulkInvitationLimitTests {

    private static final int MAILS = 80; // a fifth of the 100 is left to people
    private static final int ROWS = 83;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private BulkInvitationFixture files;

    @Autowired
    private BatchFixture job;

    @Autowired
    private BatchService batches;

    @Autowired
    private TestClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void waitsForTheLimitAndGoesOnWhenItIsFree() {
        Actor partner = tenants.partner();
        String file = "mail,type\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(number -> Ids.next() + "@customer.example,Reseller\n")
                        .collect(Collectors.joining());
        Instant start = clock.instant();
        UUID batch = files.started(partner, file);
        job.work(batch);
        BatchView waiting = view(partner, batch);
        assertThat(waiting.count(BatchOutcome.DONE)).isEqualTo(MAILS);
        assertThat(waiting.state()).isEqualTo(BatchState.RUNNING);
        assertThat(waiting.waitsUntil()).isBetween(start, start.plus(Duration.ofMinutes(61)));
        job.work(batch);
        assertThat(view(partner, batch).count(BatchOutcome.DONE)).isEqualTo(MAILS);
        clock.advance(Duration.ofMinutes(61));
        job.workSome(batch);
        job.workSome(batch); // finds that nothing is left
        BatchView finished = view(partner, batch);
        assertThat(finished.count(BatchOutcome.DONE)).isEqualTo(ROWS);
        assertThat(finished.state()).isEqualTo(BatchState.FINISHED);
    }

    private BatchView view(Actor partner, UUID batch) {
        return batches.view(partner, BulkInvitationWork.KIND, batch);
    }
}
