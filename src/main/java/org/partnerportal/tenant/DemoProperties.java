package org.partnerportal.tenant;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo organisations.
 *
 * @param data whether they exist; not set: only on the embedded database
 * @param password the password of every demo account
 */
@ConfigurationProperties("portal.demo")
record DemoProperties(
        @Nullable Boolean data,
        @DefaultValue("demo-portal-2026") String password) {}
