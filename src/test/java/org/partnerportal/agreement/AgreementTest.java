package org.partnerportal.agreement;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.partnerportal.PortalTest;
import org.springframework.test.context.TestPropertySource;

/** The portal on an embedded database of its own, since a version that is published is in force for every test there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PortalTest
@TestPropertySource(
        properties = "spring.datasource.url=jdbc:h2:mem:agreement;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                + "DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000")
public @interface AgreementTest {}
