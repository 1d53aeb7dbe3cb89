package org.partnerportal.trailcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.partnerportal.Races.DONE;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.audit.TrailCheck;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** An operator asks for a check, the job makes it, the page tells what was found. */
abstract class TrailChecks {

    private static final String PAGE = "/operator/trail";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TrailCheckService checks;

    @Autowired
    private TrailCheck trail;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private JdbcTemplate database;

    private Actor operator;

    @BeforeEach
    void people() {
        operator = tenants.operator();
    }

    @AfterEach
    void forget() {
        database.update("delete from scheduled_tasks where task_name = 'trail-check'");
        database.update("delete from trail_check");
    }

    private ResultActions ask(Actor actor, String noted) throws Exception {
        return browser.perform(post(PAGE)
                .with(SignedIn.as(actor))
                .with(csrf())
                .param("id", Ids.next().toString())
                .param("noted", noted));
    }

    private ResultActions sees(String text) throws Exception {
        return browser.perform(get(PAGE).with(SignedIn.as(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(text)));
    }

    private List<UUID> asked() {
        return database.queryForList("select id from trail_check order by id", UUID.class);
    }

    private void run(UUID check) {
        TrailCheckJob.run(check, checks, trail);
    }

    @Test
    void whatWasFoundIsKeptAndShown() throws Exception {
        sees("The trail was not checked from here yet");
        ask(operator, "").andExpect(redirectedUrl(PAGE));
        sees("A check is running");
        assertThat(database.queryForList(
                        "select task_instance from scheduled_tasks where task_name = 'trail-check'", String.class))
                .containsExactly(asked().get(0).toString());
        run(asked().get(0));
        sees(trail.check().head().toString()).andExpect(content().string(not(containsString("A check is running"))));
        sees("Asked for by " + operator.name());
    }

    @Test
    void anEndThatWasNotedAndIsNotPassedIsTold() throws Exception {
        ask(operator, "1:" + "00".repeat(32)).andExpect(redirectedUrl(PAGE));
        run(asked().get(0));
        assertThat(database.queryForObject("select problem from trail_check", String.class))
                .isEqualTo("NOTED");
        sees("1:0000");
    }

    @Test
    void oneRunsAtATime() throws Exception {
        ask(operator, "");
        ask(tenants.operator(), "").andExpect(redirectedUrl(PAGE));
        assertThat(asked()).hasSize(1);
        run(asked().get(0));
        ask(operator, "");
        assertThat(asked()).hasSize(2);
    }

    @Test
    void aCheckThatIsMadeAgainKeepsWhatItFoundFirst() throws Exception {
        ask(operator, "");
        run(asked().get(0));
        long took = database.queryForObject("select version from trail_check", Long.class);
        run(asked().get(0));
        assertThat(database.queryForObject("select version from trail_check", Long.class))
                .isEqualTo(took);
    }

    @Test
    void ofTwoOperatorsAtTheSameMomentOneStartsIt() throws Exception {
        Actor colleague = tenants.operator();
        List<String> told = Races.meet(List.of(asking(operator), asking(colleague)));
        assertThat(told).contains(DONE);
        assertThat(asked()).hasSize(1);
    }

    private Callable<?> asking(Actor actor) {
        return () -> {
            try {
                checks.ask(actor, Ids.next(), "");
            } catch (DataIntegrityViolationException e) {
                assertThat(asked()).as("the other one’s").hasSize(1);
            }
            return null;
        };
    }

    @Test
    void whatIsNoEndIsSaidAtTheField() throws Exception {
        ask(operator, "12:34")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#noted\"")))
                .andExpect(content().string(containsString("value=\"12:34\"")));
        assertThat(asked()).isEmpty();
    }

    @Test
    void forEverybodyElseThereIsNoSuchPage() throws Exception {
        Actor admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        browser.perform(get(PAGE).with(SignedIn.as(admin))).andExpect(status().isNotFound());
        ask(admin, "").andExpect(status().isNotFound());
        assertThat(asked()).isEmpty();
    }
}
