package org.partnerportal.customer;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.RelationshipFilter;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;

/** What the list of customers sends: the relationships that were ticked, or the filter whose whole list is meant. */
record BulkForm(
        @Nullable String bulk,
        Set<String> id,
        @Nullable String all,
        @Nullable String on,
        @Nullable String show,
        @Nullable String q,
        @Nullable String sort) {

    @SuppressWarnings("NullAway") // binding leaves out what the browser did not send
    BulkForm {
        id = Objects.requireNonNullElse(id, Set.of());
    }

    /** The id of the switch to be, chosen with the question: sent twice, it is still one switch. */
    UUID switchId() {
        return Parse.uuid(bulk).orElseGet(Ids::next);
    }

    public boolean meansAll() {
        return Boolean.parseBoolean(all);
    }

    public boolean turnsOn() {
        return Boolean.parseBoolean(on);
    }

    /** What was ticked; what is no id names nothing. */
    Set<UUID> ids() {
        return id.stream().flatMap(text -> Parse.uuid(text).stream()).collect(Collectors.toSet());
    }

    RelationshipFilter filter() {
        return RelationshipFilter.of(Side.PARTNER, show, q, sort, null);
    }
}
