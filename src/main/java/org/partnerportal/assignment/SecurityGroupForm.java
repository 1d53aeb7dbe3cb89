package org.partnerportal.assignment;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;

/** A group's name, as typed; a new group brings its id, so that sent twice it is still one group. */
record SecurityGroupForm(@Nullable String id, @Nullable String name) {

    static SecurityGroupForm empty() {
        return new SecurityGroupForm(Ids.next().toString(), "");
    }

    static SecurityGroupForm of(SecurityGroupView group) {
        return new SecurityGroupForm(group.id().toString(), group.name());
    }

    UUID group() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    String words() {
        return Objects.requireNonNullElse(name, "").strip();
    }
}
