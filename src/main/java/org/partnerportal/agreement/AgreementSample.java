package org.partnerportal.agreement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Publishes the sample text at the first start, so that the portal is whole until the operator publishes the real one. */
@Component
@Order(1)
class AgreementSample implements ApplicationRunner {

    static final String NAME = "sample-1";

    private final AgreementService agreements;

    AgreementSample(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        agreements.publishSample(NAME, List.of(sample("en"), sample("ja")));
    }

    private static NewAgreement.Text sample(String language) throws IOException {
        String body = new ClassPathResource("agreement/sample_" + language + ".md")
                .getContentAsString(StandardCharsets.UTF_8);
        return new NewAgreement.Text(language, body, null);
    }
}
