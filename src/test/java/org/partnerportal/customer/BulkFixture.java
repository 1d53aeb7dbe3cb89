package org.partnerportal.customer;

import java.util.Set;
import java.util.UUID;
import org.partnerportal.tenant.Actor;
import org.springframework.boot.test.context.TestComponent;

/** Switches auto-extend for many relationships for tests. */
@TestComponent
public class BulkFixture {

    private final BulkSwitchService bulks;

    BulkFixture(BulkSwitchService bulks) {
        this.bulks = bulks;
    }

    /** A batch that switches auto-extend of one relationship on; it has begun. */
    public UUID bulk(Actor partner, UUID relationship) {
        return bulks.run(partner, new BulkForm(null, Set.of(relationship.toString()), null, "true", null, null, null));
    }
}
