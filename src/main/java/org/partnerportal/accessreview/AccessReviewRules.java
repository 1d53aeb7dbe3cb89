package org.partnerportal.accessreview;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.PlainText;
import org.partnerportal.tenant.Actor;

/** Who sees, starts and signs access reviews, what a review has to answer, and when one is due. */
final class AccessReviewRules {

    static final int LONGEST_NOTE = 500;

    private AccessReviewRules() {}

    /** Asks whether the person may see the organisation's access reviews. */
    static Optional<AccessReviewRefusal> see(Actor actor) {
        return actor.maySeeRelationships() ? Optional.empty() : Optional.of(AccessReviewRefusal.NEEDS_READER);
    }

    /**
     * Asks whether the person may start a review now, without waiting for its time.
     *
     * @param anyRole whether any partner holds a role now
     */
    static Optional<AccessReviewRefusal> start(Actor actor, boolean anyRole) {
        return anyRole ? reviewer(actor) : Optional.of(AccessReviewRefusal.NOTHING_TO_REVIEW);
    }

    /** Asks whether the person may decide and sign a review at all; the page shows the form only then. */
    static Optional<AccessReviewRefusal> mayFinish(AccessReviewStatus status, Actor actor) {
        return switch (status) {
            case OPEN -> reviewer(actor);
            case FINISHED -> Optional.of(AccessReviewRefusal.ALREADY_FINISHED);
        };
    }

    private static Optional<AccessReviewRefusal> reviewer(Actor actor) {
        return actor.isAtLeastBillingAdministrator()
                ? Optional.empty()
                : Optional.of(AccessReviewRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    /**
     * Asks whether the person may sign the review with these answers.
     *
     * @param held every role that a partner holds now
     */
    static Optional<AccessReviewRefusal> finish(
            AccessReviewStatus status, Set<GrantKey> held, AccessReviewAnswers answers, Actor actor) {
        return mayFinish(status, actor).or(() -> wrong(held, answers).stream().findFirst());
    }

    /** Everything that is wrong with the answers: a page that is stale first, since its answers will be given again. */
    static List<AccessReviewRefusal> wrong(Set<GrantKey> held, AccessReviewAnswers answers) {
        List<AccessReviewRefusal> wrong = new ArrayList<>();
        if (!answers.shown().containsAll(held)) {
            wrong.add(AccessReviewRefusal.NEW_ACCESS);
        }
        if (!undecided(held, answers).isEmpty()) {
            wrong.add(AccessReviewRefusal.UNDECIDED);
        }
        if (answers.note().length() > LONGEST_NOTE) {
            wrong.add(AccessReviewRefusal.NOTE_TOO_LONG);
        }
        if (!PlainText.isOneLine(answers.note())) {
            wrong.add(AccessReviewRefusal.NOTE_MALFORMED);
        }
        if (!answers.signed()) {
            wrong.add(AccessReviewRefusal.NOT_SIGNED);
        }
        return wrong;
    }

    /** The roles that the page showed, that are still held, and that have neither been kept nor removed. */
    static List<GrantKey> undecided(Collection<GrantKey> held, AccessReviewAnswers answers) {
        return held.stream()
                .filter(answers.shown()::contains)
                .filter(key -> !isAnswered(key, answers))
                .toList();
    }

    /** Whether the role was in force at some time since then, as far as that relationship goes. */
    static boolean wasHeld(RelationshipView relationship, String role, Instant since) {
        boolean lasted = isAfter(relationship.endsAt(), since) && isAfter(relationship.endedAt(), since);
        return lasted
                && relationship.grants().stream()
                        .anyMatch(grant -> grant.role().equals(role) && isAfter(grant.removedAt(), since));
    }

    private static boolean isAfter(@Nullable Instant end, Instant since) {
        return end == null || end.isAfter(since);
    }

    private static boolean isAnswered(GrantKey key, AccessReviewAnswers answers) {
        Decision decision = answers.decisions().get(key);
        return decision != null && decision.isAnswer();
    }

    /** Whether an open review should have been signed by now. */
    static boolean isOverdue(AccessReviewStatus status, Instant dueAt, Instant now) {
        return status == AccessReviewStatus.OPEN && !now.isBefore(dueAt);
    }

    /**
     * The first moment after now that lies whole periods behind another one, in the UTC calendar. Counted from the beginning
     * each time, so that a short month does not pull all later ones forward.
     */
    static Instant nextAfter(Instant now, Instant countedFrom, Period every) {
        ZonedDateTime from = countedFrom.atZone(ZoneOffset.UTC);
        int times = 1;
        while (!from.plus(every.multipliedBy(times)).toInstant().isAfter(now)) {
            times++;
        }
        return from.plus(every.multipliedBy(times)).toInstant();
    }
}
