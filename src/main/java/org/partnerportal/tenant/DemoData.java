package org.partnerportal.tenant;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Knows whether demo data is switched on, and refuses to start with it on a database server. */
@Component
public class DemoData {

    private final boolean on;
    private final DemoProperties properties;

    DemoData(DemoProperties properties, @Value("${spring.datasource.url}") String database) {
        boolean embedded = database.startsWith("jdbc:h2:");
        if (Boolean.TRUE.equals(properties.data()) && !embedded) {
            throw new IllegalStateException(
                    "portal.demo.data=true is for the embedded database only: demo accounts have a public password.");
        }
        this.on = properties.data() == null ? embedded : properties.data();
        this.properties = properties;
    }

    public boolean isOn() {
        return on;
    }

    /** The password of every demo account. */
    public String password() {
        return properties.password();
    }
}
