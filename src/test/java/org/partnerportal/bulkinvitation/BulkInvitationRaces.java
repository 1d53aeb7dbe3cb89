package org.partnerportal.bulkinvitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.batch.BatchFixture;
import org.partnerportal.batch.BatchOutcome;
import org.partnerportal.batch.BatchService;
import org.partnerportal.batch.BatchState;
import org.partnerportal.batch.BatchView;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same file from two people at the same moment: each offer goes out once, and each row says so. */
abstract class BulkInvitationRaces {

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

    private long count(String what, Actor partner) {
        return database.queryForObject(what, Long.class, partner.tenant().value());
    }

    @Test
    void batchMeetsBatch() throws Exception {
        Actor partner = tenants.partner();
        String file = "mail,type,reference\n"
                + IntStream.range(0, Races.ROUNDS)
                        .mapToObj(number -> "n" + number + "@race.example,OEM,N" + number)
                        .collect(Collectors.joining("\n"));
        UUID one = files.started(partner, file);
        UUID other = files.started(partner, file);
        Races.meet(List.of(() -> job.work(one), () -> job.work(other)));

        long sent = 0;
        long already = 0;
        for (UUID id : List.of(one, other)) {
            BatchView batch = batches.view(partner, BulkInvitationWork.KIND, id);
            assertThat(batch.state()).isEqualTo(BatchState.FINISHED);
            sent += batch.count(BatchOutcome.DONE);
            already += batch.count(BatchOutcome.ALREADY);
        }
        assertThat(sent).isEqualTo(Races.ROUNDS);
        assertThat(already).isEqualTo(Races.ROUNDS);
        assertThat(count("select count(*) from invitation where partner_id = ?", partner))
                .isEqualTo(Races.ROUNDS);
        assertThat(count("select count(distinct email) from invitation where partner_id = ?", partner))
                .isEqualTo(Races.ROUNDS);
        assertThat(count(
                        "select count(*) from mail where about in (select id from invitation where partner_id = ?)",
                        partner))
                .isEqualTo(Races.ROUNDS);
        assertThat(count("select count(*) from trail_entry where kind = 'InvitationSent' and partner_id = ?", partner))
                .isEqualTo(Races.ROUNDS);
        // each row leads to the invitation of its address, whichever batch sent it
        assertThat(database.queryForObject(
                        "select count(*) from batch_row r join batch_row s on s.number = r.number"
                                + " where r.batch_id = ? and s.batch_id = ? and r.link_id = s.link_id",
                        Long.class,
                        one,
                        other))
                .isEqualTo(Races.ROUNDS);
    }
}
