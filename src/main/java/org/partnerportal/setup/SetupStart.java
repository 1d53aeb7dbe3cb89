package org.partnerportal.setup;

import org.partnerportal.shared.PortalProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes a one-time code into the log while the portal waits to be set up; each node writes its own, and any will do. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SetupStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SetupStart.class);

    private final SetupService setups;
    private final PortalProperties portal;

    SetupStart(SetupService setups, PortalProperties portal) {
        this.setups = setups;
        this.portal = portal;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!setups.isDone()) {
            LOG.warn(
                    "This portal has no operator yet. Open {}/setup within 24 hours and enter the code {}",
                    portal.url(),
                    setups.makeCode());
        }
    }
}
