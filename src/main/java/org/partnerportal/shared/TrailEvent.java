package org.partnerportal.shared;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and belongs in the trail. Features publish these inside their transaction; the trail writes its
 * row in the same one.
 */
public interface TrailEvent {

    /** The name under which the trail keeps it and finds its label; stable for ever, since rows are never rewritten. */
    default String kind() {
        return getClass().getSimpleName();
    }

    Instant at();

    Who who();

    /** The organisation on whose behalf the person acted, where that is not the person's own. */
    default @Nullable TenantId onBehalfOf() {
        return null;
    }

    /** The customer whose part of the trail shows it, if one is known yet. */
    @Nullable
    TenantId customer();

    /** The partner whose part of the trail shows it, if one takes part. */
    @Nullable
    TenantId partner();

    /** The invitation, relationship or other thing that it happened to. */
    UUID subject();

    /** The facts, free of language: enum names, role ids joined by commas, numbers. Never a link or a secret. */
    Map<String, String> details();
}
