package org.partnerportal.assignment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.relationship.RelationshipView;

/** Who of a partner can use which role by an account of the customer's. Whoever makes such accounts answers. */
public interface AccountHolders {

    /** The accounts in use, by relationship; all of one partner with one customer. */
    Map<UUID, List<Holder>> of(List<RelationshipView> inForce);

    /**
     * Somebody with such an account.
     *
     * @param roles the template ids of the roles that work for the account now
     */
    record Holder(UUID account, String name, Set<String> roles) {}
}
