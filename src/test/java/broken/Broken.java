package broken;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Controller;

/** Classes that break the house rules, so that the rules can be seen to notice; outside of what Spring scans. */
public final class Broken {

    private Broken() {}

    public static class BadTime {
        Instant time() {
            return Instant.now();
        }
    }

    public static class BadRules {
        Map<String, Object> ask(ApplicationContext context) {
            return context.getBeansOfType(Object.class);
        }
    }

    public static class BadRepository {}

    @Controller
    public static class BadController {
        BadRepository repository = new BadRepository();
    }

    @Entity
    public static class BadEntity {
        private String name = "";

        void setName(String name) {
            this.name = name;
        }
    }
}
