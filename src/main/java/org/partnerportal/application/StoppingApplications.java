package org.partnerportal.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.Stopping;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The apps on which nobody works any more when a relationship ends, by one statement. */
@Component
class StoppingApplications implements Stopping {

    private final ApplicationVersionRepository versions;

    StoppingApplications(ApplicationVersionRepository versions) {
        this.versions = versions;
    }

    /**
     * An app of a partner for a customer.
     *
     * @param drafts how many of its versions the customer doesn't know of
     * @param waiting how many wait for the customer's decision
     * @param published how many can be downloaded
     * @param versions how many there are of any kind
     */
    record App(String name, long drafts, long waiting, long published, long versions) {

        private boolean isKnownToCustomer() {
            return versions > drafts;
        }
    }

    /** The apps, as one side may read of them. */
    record Apps(List<App> all) implements Named<App> {

        /** Those that the customer knows of. */
        public Apps ofCustomer() {
            return new Apps(all.stream().filter(App::isKnownToCustomer).toList());
        }

        public long waiting() {
            return all.stream().mapToLong(App::waiting).sum();
        }

        public long published() {
            return all.stream().mapToLong(App::published).sum();
        }
    }

    @Override
    public String template() {
        return "application/parts";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Apps> of(List<RelationshipView> inForce) {
        return Stopping.last(inForce, PartnerType::developsApplications)
                .map(relationship -> Map.of(
                        relationship.id(),
                        new Apps(versions.appsBetween(relationship.partner(), relationship.customer()))))
                .orElse(Map.of());
    }
}
