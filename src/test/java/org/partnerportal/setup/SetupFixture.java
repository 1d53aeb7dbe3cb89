package org.partnerportal.setup;

import java.time.ZoneOffset;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Sets the portal of most tests up before anything else happens, so that all its pages can be reached. */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SetupFixture implements ApplicationRunner {

    private final SetupService setups;

    SetupFixture(SetupService setups) {
        this.setups = setups;
    }

    static NewOperator operator() {
        return new NewOperator(
                "Portal Office",
                "GB",
                "office.example",
                "Robin Ellis",
                "robin@office.example",
                "en",
                "correct horse battery");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!setups.isDone()) {
            setups.setUp(setups.makeCode(), operator(), ZoneOffset.UTC);
        }
    }
}
