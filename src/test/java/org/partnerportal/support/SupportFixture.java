package org.partnerportal.support;

import java.util.UUID;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.AdminCenters;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.springframework.boot.test.context.TestComponent;

/** Makes service requests by the same verbs as people do. */
@TestComponent
public class SupportFixture {

    private final SupportService requests;
    private final AdminCenters centers;

    SupportFixture(SupportService requests, AdminCenters centers) {
        this.requests = requests;
        this.centers = centers;
    }

    static NewRequest content(String subject) {
        return new NewRequest(
                subject, ServiceArea.DEVICES, Urgency.MANY_PEOPLE, "Every job waits.\nSince this morning.", "en");
    }

    /** A request in the person's own organisation. */
    public UUID open(Actor person) {
        return open(centers.own(person), "Nobody can print");
    }

    UUID open(AdminCenter center, String subject) {
        return requests.open(center, Ids.next(), content(subject));
    }

    AdminCenter own(Actor person) {
        return centers.own(person);
    }

    AdminCenter onBehalf(Actor agent, Actor customer) {
        return centers.of(agent, customer.tenant());
    }
}
