package org.partnerportal.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.shared.NotFoundException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two people set the portal up at the same moment, by the codes of two nodes or by one: there is one operator. */
abstract class SetupRaces {

    private static final int ROUNDS = 20;

    @Autowired
    private SetupService setups;

    @Autowired
    private JdbcTemplate database;

    private static NewOperator operator(String domain) {
        return new NewOperator("Office", "GB", domain, "Robin", "robin@" + domain, "en", "a long enough password");
    }

    /** Whoever loses is told so, or that there is no such page any more; nobody gets a half of it. */
    private Callable<Void> contender(String code, String domain, Set<UUID> operators) {
        return () -> {
            try {
                operators.add(setups.setUp(code, operator(domain), ZoneOffset.UTC));
            } catch (DataIntegrityViolationException | NotFoundException lost) {
                assertThat(lost).isNotNull();
            }
            return null;
        };
    }

    private long count(String question) {
        return database.queryForObject("select count(*) from " + question, Long.class);
    }

    private void play(String first, String second) throws Exception {
        String domain = "d" + UUID.randomUUID() + ".example";
        String other = "e" + UUID.randomUUID() + ".example";
        Set<UUID> operators = ConcurrentHashMap.newKeySet();
        Races.meet(List.of(contender(first, domain, operators), contender(second, other, operators)));
        assertThat(operators).hasSize(1);
        assertThat(database.queryForList("select operator_id from setup", UUID.class))
                .containsExactlyElementsOf(operators);
        assertThat(count("tenant where domain in ('" + domain + "', '" + other + "')"))
                .isEqualTo(1);
        assertThat(count("setup_code")).isZero();
    }

    @Test
    void byTheCodesOfTwoNodes() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            database.update("delete from setup");
            play(setups.makeCode(), setups.makeCode());
        }
    }

    @Test
    void byTheSameCode() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            database.update("delete from setup");
            String code = setups.makeCode();
            play(code, code);
        }
    }
}
