package org.partnerportal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** Beside {@link PortalTest} or {@link PostgresTest}: with the limit of invitation mails that people have. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(
        properties = {
            "portal.limit.invitation-mails=100",
            // of the embedded database, which PostgresTest does not take
            "portal.test.database=limited"
        })
public @interface LimitedTest {}
