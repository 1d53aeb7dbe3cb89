package org.partnerportal.assignment;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/** A group and the roles to give it, as chosen; a change brings the version of the assignment that was seen. */
record AssignmentForm(
        @Nullable String group, Set<String> roles, @Nullable String version) {

    private static final int NONE = -1;

    @SuppressWarnings("NullAway") // binding leaves out what the browser did not send
    AssignmentForm {
        roles = Objects.requireNonNullElse(roles, Set.of());
    }

    static AssignmentForm empty() {
        return new AssignmentForm("", Set.of(), "");
    }

    static AssignmentForm of(AssignmentView assignment) {
        return new AssignmentForm(
                assignment.group().toString(), assignment.inEffect(), Long.toString(assignment.version()));
    }

    @Nullable
    UUID groupId() {
        return Parse.uuid(group).orElse(null);
    }

    long seen() {
        return Parse.number(version).orElse(NONE);
    }
}
