package org.partnerportal;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What every test context has: the tests' clock, a mail server, and a counter of statements. */
@TestConfiguration(proxyBeanMethods = false)
public class PortalTestConfiguration {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail greenMail() {
        return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Bean
    DynamicPropertyRegistrar mailServer(GreenMail greenMail) {
        return registry ->
                registry.add("spring.mail.port", () -> greenMail.getSmtp().getPort());
    }

    /** Every request comes from a network of its own, so that limits of one test do not meet another. */
    @Bean
    MockMvcBuilderCustomizer everyRequestFromElsewhere() {
        var random = new Random();
        return builder -> builder.defaultRequest(MockMvcRequestBuilders.get("/").with(request -> {
            request.setRemoteAddr("10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256));
            return request;
        }));
    }

    /** Counts the statements that the current thread's pages issue. */
    public static class Statements implements StatementInspector {

        private final ThreadLocal<AtomicInteger> count = ThreadLocal.withInitial(AtomicInteger::new);

        @Override
        public String inspect(String sql) {
            count.get().incrementAndGet();
            return sql;
        }

        public int countAndReset() {
            return count.get().getAndSet(0);
        }
    }

    @Bean
    Statements statements() {
        return new Statements();
    }

    @Bean
    HibernatePropertiesCustomizer countStatements(Statements statements) {
        return properties -> properties.put(JdbcSettings.STATEMENT_INSPECTOR, statements);
    }
}
