package org.partnerportal;

import java.time.Clock;
import java.time.Duration;
import org.partnerportal.audit.TrailCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The Partner Relationship Portal: starts the application and owns its one clock. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PartnerPortal {

    public static void main(String[] args) {
        if (TrailCommand.isMeant(args)) {
            System.exit(TrailCommand.run(System.out, args));
        }
        SpringApplication.run(PartnerPortal.class, args);
    }

    /** Ticks in microseconds, the finest that both databases keep, so that what is read equals what was written. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
