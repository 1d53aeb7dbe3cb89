package org.partnerportal.contact;

import java.time.Duration;
import java.util.UUID;
import org.partnerportal.TestClock;
import org.partnerportal.shared.TenantId;
import org.springframework.boot.test.context.TestComponent;

/** Stamps forms for tests as if they had been open for a while. */
@TestComponent
public class ContactFixture {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final ContactService contacts;
    private final TestClock clock;

    ContactFixture(ContactService contacts, TestClock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    /** The stamp of a form that was opened a minute ago. */
    public String stamp(TenantId partner, UUID id) throws Exception {
        return stamp(partner, id, A_WHILE);
    }

    public String stamp(TenantId partner, UUID id, Duration ago) throws Exception {
        return clock.at(clock.instant().minus(ago), () -> contacts.stamp(partner, id));
    }
}
