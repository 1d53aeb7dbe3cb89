package org.partnerportal.agreement;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.partnerportal.PostgresTest;
import org.springframework.test.context.TestPropertySource;

/** The portal on a PostgreSQL server of its own, since a version that is published is in force for every test there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PostgresTest
@TestPropertySource(properties = "spring.application.name=portal-with-new-versions")
public @interface AgreementPostgresTest {}
