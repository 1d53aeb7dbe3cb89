package org.partnerportal.bulkinvitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.partnerportal.PostgresTest;
import org.partnerportal.batch.BatchFixture;
import org.partnerportal.batch.BatchOutcome;
import org.partnerportal.batch.BatchService;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Measures a file of 10,000 rows in PostgreSQL: looking through it, sending it, the same file again, and how long pages take
 * meanwhile. Not one of the tests that always run; docs/operations.md has the command and what it measured.
 */
@PostgresTest
class BulkInvitationLoad {

    private static final int ROWS = Integer.getInteger("load.rows", 10_000);
    private static final int PAGES = 50;
    private static final long BETWEEN_PAGES = 100;

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private BulkInvitationFixture files;

    @Autowired
    private BatchFixture job;

    @Autowired
    private BatchService batches;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;

    private static String file() {
        return "mail,type,roles,template,days,language,note,reference\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(number -> number % 2 == 0
                                ? "n" + number + "@load.example,GDAP,,Service desk,365,ja,よろしくお願いします。,L" + number
                                : "n" + number
                                        + "@load.example,GDAP,User Administrator;License Administrator,,180,en,,")
                        .collect(Collectors.joining("\n"));
    }

    private List<Long> idlePages(UUID batch) throws Exception {
        List<Long> took = new ArrayList<>();
        while (took.size() < PAGES) {
            open(batch, took);
        }
        return took;
    }

    private List<Long> pagesUntilDone(UUID batch, Future<?> work) throws Exception {
        List<Long> took = new ArrayList<>();
        while (true) {
            open(batch, took);
            try {
                work.get(BETWEEN_PAGES, TimeUnit.MILLISECONDS); // as people pause between pages
                return took;
            } catch (TimeoutException e) {
                // still at work: the next page
            }
        }
    }

    private void open(UUID batch, List<Long> took) throws Exception {
        for (String page : List.of("/partner/invitations", "/partner/invitations/bulk/" + batch)) {
            Instant start = Instant.now();
            int status = browser.perform(get(page).with(SignedIn.as(partner)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).isEqualTo(200);
            took.add(Duration.between(start, Instant.now()).toMillis());
        }
    }

    private static String words(List<Long> took) {
        Collections.sort(took);
        return "median %,d ms, 95 of 100 within %,d ms, longest %,d ms of %,d pages"
                .formatted(
                        took.get(took.size() / 2),
                        took.get(took.size() * 95 / 100),
                        took.get(took.size() - 1),
                        took.size());
    }

    @Test
    void invitesTenThousand() throws Exception {
        partner = tenants.partner();
        String file = file();
        files.checked(partner, "mail,type\nwarm@load.example,OEM\n");
        Instant start = Instant.now();
        UUID batch = files.checked(partner, file);
        Duration check = Duration.between(start, Instant.now());
        idlePages(batch); // the first pages of all compile the templates
        List<Long> idle = idlePages(batch);

        batches.start(partner, BulkInvitationWork.KIND, batch);
        var worker = Executors.newSingleThreadExecutor();
        start = Instant.now();
        Future<?> work = worker.submit(() -> job.work(batch));
        List<Long> busy = pagesUntilDone(batch, work);
        Duration send = Duration.between(start, Instant.now());
        worker.shutdown();

        start = Instant.now();
        UUID again = files.started(partner, file);
        Duration checkAgain = Duration.between(start, Instant.now());
        job.work(again);
        System.out.printf(
                "%,d rows, %,d KB: checked in %,d ms, sent in %,d ms; again: checked in %,d ms%nidle: %s%nbusy: %s%n",
                ROWS,
                file.length() >> 10,
                check.toMillis(),
                send.toMillis(),
                checkAgain.toMillis(),
                words(idle),
                words(busy));
        assertThat(batches.view(partner, BulkInvitationWork.KIND, batch).count(BatchOutcome.DONE))
                .isEqualTo(ROWS);
        assertThat(batches.view(partner, BulkInvitationWork.KIND, again).count(BatchOutcome.ALREADY))
                .isEqualTo(ROWS);
        assertThat(database.queryForObject(
                        "select count(*) from invitation where partner_id = ?",
                        Integer.class,
                        partner.tenant().value()))
                .isEqualTo(ROWS);
    }
}
