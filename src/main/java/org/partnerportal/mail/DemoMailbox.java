package org.partnerportal.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.partnerportal.tenant.DemoData;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Takes the mails while no mail server is set: into the demo mailbox, or nowhere when demo data is switched off. */
@Component
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "false")
class DemoMailbox implements MailTransport {

    private final DemoMailRepository mails;
    private final DemoData demoData;
    private final Clock clock;

    DemoMailbox(DemoMailRepository mails, DemoData demoData, Clock clock) {
        this.mails = mails;
        this.demoData = demoData;
        this.clock = clock;
    }

    @Override
    public boolean isReady() {
        return demoData.isOn();
    }

    @Override
    public String send(UUID id, String recipient, MailText text, Instant writtenAt) {
        if (!isReady()) {
            throw new NotTakenException(MailProblem.NOT_CONFIGURED, "");
        }
        if (!mails.existsById(id)) {
            mails.save(new DemoMail(id, recipient, text, clock.instant()));
        }
        return "";
    }
}
