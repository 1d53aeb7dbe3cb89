package org.partnerportal.agreement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes the sample text at the first start, so that the portal is whole until the operator publishes the real one. */
@Component
@Order(1)
class AgreementSample implements ApplicationRunner {

    static final String NAME = "sample-1";

    private final AgreementRepository agreements;
    private final Clock clock;

    AgreementSample(AgreementRepository agreements, Clock clock) {
        this.agreements = agreements;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (!agreements.existsByName(NAME)) {
            // in force since ever, so that any real version is newer
            agreements.save(new Agreement(
                    NAME, true, Map.of("en", sample("en"), "ja", sample("ja")), Instant.EPOCH, clock.instant()));
        }
    }

    private static String sample(String language) throws IOException {
        return new ClassPathResource("agreement/sample_" + language + ".md").getContentAsString(StandardCharsets.UTF_8);
    }
}
