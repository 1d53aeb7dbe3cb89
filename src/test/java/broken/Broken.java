package broken;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.context.ApplicationContext;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
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

    public interface BadQuery extends Repository<BadEntity, UUID> {
        @Query("select e from BadEntity e where e.id = :id")
        Optional<BadEntity> find(UUID id);
    }

    public interface BadFilter extends Repository<BadEntity, UUID> {
        @Query("select e from BadEntity e where e.id = :id")
        Optional<BadEntity> find(TenantId partner, UUID id);
    }

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
