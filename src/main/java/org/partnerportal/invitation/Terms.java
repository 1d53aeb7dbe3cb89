package org.partnerportal.invitation;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an offer asks for, or what somebody would like it to ask for instead.
 *
 * @param version the version of the offer that these are the terms of, or that they answer
 * @param roles the template ids of the roles
 * @param durationDays days of access, 1 to 730; null where the type has no time limit
 * @param autoExtend whether the end moves by 180 days, again and again
 * @param note what the side that wrote the terms says to the other; at most 500 characters, one paragraph
 */
public record Terms(
        int version, Set<String> roles, @Nullable Integer durationDays, boolean autoExtend, String note) {

    public Terms {
        roles = Set.copyOf(roles);
        note = note.strip();
    }

    /** The roles of these terms and those of the others, each once. */
    public Set<String> rolesWith(Terms other) {
        Set<String> together = new HashSet<>(roles);
        together.addAll(other.roles);
        return together;
    }

    /** The roles of these terms that the others leave out. */
    public Set<String> rolesBeyond(Terms other) {
        Set<String> beyond = new HashSet<>(roles);
        beyond.removeAll(other.roles);
        return beyond;
    }

    /** Whether both give the same, whatever their notes say. */
    public boolean givesTheSameAs(Terms other) {
        return roles.equals(other.roles)
                && Objects.equals(durationDays, other.durationDays)
                && autoExtend == other.autoExtend;
    }

    /** Whether both give the same, with the same note. */
    public boolean saysTheSameAs(Terms other) {
        return givesTheSameAs(other) && note.equals(other.note);
    }
}
