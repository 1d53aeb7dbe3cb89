package org.partnerportal.audit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.partnerportal.PostgresTest;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;

@PostgresTest
class HistoryListPostgresTests extends HistoryLists {

    @Test
    void aSearchThatTakesTooLongSaysSoAndKeepsWhatWasAskedFor() throws Exception {
        Actor customer = tenants.customer(AdminRole.GLOBAL_READER);
        transaction.executeWithoutResult(status -> {
            database.execute("lock table trail_entry in access exclusive mode"); // so that every search waits
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                other.submit(() -> browser.perform(
                                        get("/settings/history?q=words").with(SignedIn.as(customer)))
                                .andExpect(status().isServiceUnavailable())
                                .andExpect(content().string(containsString("The search took too long")))
                                .andExpect(content().string(containsString("href=\"/settings/history?q=words\"")))
                                .andExpect(content().string(not(containsString("history.csv")))))
                        .get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                other.shutdownNow();
            }
        });
    }
}
