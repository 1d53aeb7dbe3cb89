package org.partnerportal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A PostgreSQL server of the tests' own. */
@TestConfiguration(proxyBeanMethods = false)
class PostgresServer {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
    }

    @Bean
    DynamicPropertyRegistrar database(EmbeddedPostgres postgres) {
        return registry -> registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
    }
}
