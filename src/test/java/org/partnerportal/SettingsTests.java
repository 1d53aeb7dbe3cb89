package org.partnerportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** Settings of the delivered portal that no other test would miss. */
class SettingsTests {

    private static final int FIELDS_OF_A_LARGE_REVIEW = 2 * 1400;

    private static PropertySource<?> delivered() throws IOException {
        return new YamlPropertySourceLoader()
                .load("delivered", new ClassPathResource("application.yaml"))
                .get(0);
    }

    @Test
    void theEmbeddedDatabaseWritesAtEachCommitSoThatAKillLosesNothingThatWasAnswered() throws IOException {
        assertThat(delivered().getProperty("spring.datasource.url").toString()).endsWith(";WRITE_DELAY=0");
    }

    @Test
    void aLargeAccessReviewCanBeSigned() throws IOException {
        assertThat((Integer) delivered().getProperty("server.tomcat.max-parameter-count"))
                .isGreaterThan(FIELDS_OF_A_LARGE_REVIEW);
    }
}
