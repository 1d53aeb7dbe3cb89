package org.partnerportal.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.assignment.AssignmentRefusal;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.CenterPerson;
import org.partnerportal.onbehalf.OnBehalfRefusal;
import org.partnerportal.onbehalf.OnBehalfRules;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.PlainText;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.Actor;

/** What a service request must hold, who sees it, who does what with it, and who acts next. */
final class SupportRules {

    static final int LONGEST_SUBJECT = 150;
    static final int LONGEST_TEXT = 4000;

    /** How many steps a thread has at most; a page shows all of them. */
    static final int MOST_STEPS = 300;

    /** For how long after its end a message opens a request again. */
    static final Duration REOPENED_WITHIN = Duration.ofDays(14);

    private SupportRules() {}

    // who sees what

    /**
     * Asks whether the person may look at requests in this admin center at all; the own people see at least their own, a
     * partner's by their roles alone.
     */
    static Optional<OnBehalfRefusal> see(AdminCenter center) {
        return center.partner() == null ? Optional.empty() : OnBehalfRules.may(center, Permission.SEE_SERVICE_REQUESTS);
    }

    /** Whether the person sees every request there, and not only the own ones. */
    static boolean seesAll(AdminCenter center) {
        return center.may(Permission.SEE_SERVICE_REQUESTS);
    }

    static boolean maySee(ServiceRequest request, AdminCenter center) {
        return seesAll(center) || isOpener(request, center);
    }

    private static boolean isOpener(ServiceRequest request, AdminCenter center) {
        return request.opener().equals(center.actor().account());
    }

    /** Asks whether the person is one of a partner's people who work inside customers' organisations. */
    static Optional<AssignmentRefusal> workOnBehalf(Actor actor) {
        return actor.mayWorkOnBehalf() ? Optional.empty() : Optional.of(AssignmentRefusal.NEEDS_AGENT);
    }

    // what may be done

    /** Asks whether the person may open a request there: everybody for the own organisation, a partner's people by roles. */
    static Optional<OnBehalfRefusal> open(AdminCenter center) {
        return center.partner() == null
                ? Optional.empty()
                : OnBehalfRules.may(center, Permission.HANDLE_SERVICE_REQUESTS);
    }

    /**
     * Asks whether a new request is whole.
     *
     * @return everything that is wrong, one refusal for each field, in the order of the form
     */
    static Stream<SupportRefusal> content(NewRequest content) {
        return Stream.of(
                        unless(PlainText.isLine(content.subject(), LONGEST_SUBJECT), SupportRefusal.SUBJECT_MALFORMED),
                        unless(content.area() != null, SupportRefusal.AREA_MISSING),
                        unless(content.urgency() != null, SupportRefusal.URGENCY_MISSING),
                        unless(!content.description().isEmpty(), SupportRefusal.DESCRIPTION_MISSING)
                                .or(() -> unless(
                                        PlainText.isText(content.description(), LONGEST_TEXT),
                                        SupportRefusal.DESCRIPTION_MALFORMED)),
                        unless(Languages.CODES.contains(content.language()), SupportRefusal.LANGUAGE_UNKNOWN))
                .flatMap(Optional::stream);
    }

    /** Asks whether the person may write in the request and close it: whoever opened it, and whoever handles requests. */
    static Optional<Refusal> takePart(ServiceRequest request, AdminCenter center) {
        boolean own = isOpener(request, center) && center.partner() == null;
        return own
                ? Optional.empty()
                : OnBehalfRules.may(center, Permission.HANDLE_SERVICE_REQUESTS).map(Refusal.class::cast);
    }

    /** Asks whether the person may write in the request now; after its end that opens it again. */
    static Optional<Refusal> mayAnswer(ServiceRequest request, AdminCenter center, Instant now) {
        Instant closedAt = request.closedAt();
        return takePart(request, center)
                .or(() -> unless(
                        closedAt == null || now.isBefore(reopenedUntil(closedAt)), SupportRefusal.CLOSED_LONG_AGO))
                .or(() -> unless(request.steps() < MOST_STEPS, SupportRefusal.TOO_MANY_MESSAGES));
    }

    /**
     * Asks the same about a message.
     *
     * @param shownClosed whether the page showed the request as closed
     */
    static Optional<Refusal> answer(
            ServiceRequest request, AdminCenter center, String message, boolean shownClosed, Instant now) {
        return mayAnswer(request, center, now)
                .or(() -> unless(request.closedAt() == null || shownClosed, SupportRefusal.CLOSED_MEANWHILE))
                .or(() -> unless(PlainText.isText(message, LONGEST_TEXT), SupportRefusal.MESSAGE_MALFORMED));
    }

    /** Until when a message opens a request again. */
    static Instant reopenedUntil(Instant closedAt) {
        return closedAt.plus(REOPENED_WITHIN);
    }

    /** Asks whether the person may say who looks after the request. */
    static Optional<Refusal> mayAssign(ServiceRequest request, AdminCenter center) {
        return OnBehalfRules.may(center, Permission.HANDLE_SERVICE_REQUESTS)
                .map(Refusal.class::cast)
                .or(() -> open(request));
    }

    /** Whether a partner's person may choose somebody: the customer's own people and its own; others' are not its business. */
    static boolean mayChoose(AdminCenter center, CenterPerson person) {
        return center.partner() == null
                || person.firm() == null
                || center.partner().equals(person.firm());
    }

    /**
     * Asks the same about somebody.
     *
     * @param known whether that is somebody who may handle requests there
     * @param stale whether somebody else was assigned since the person looked
     */
    static Optional<Refusal> assign(ServiceRequest request, AdminCenter center, boolean known, boolean stale) {
        return mayAssign(request, center)
                .or(() -> unless(known, SupportRefusal.ASSIGNEE_UNKNOWN))
                .or(() -> unless(!stale, SupportRefusal.ASSIGNED_MEANWHILE));
    }

    /** Asks whether the person may close the request. */
    static Optional<Refusal> mayClose(ServiceRequest request, AdminCenter center) {
        return takePart(request, center).or(() -> open(request));
    }

    /**
     * Asks the same of a solution.
     *
     * @param stepsShown how many steps the thread had on the page: nobody closes what was never read
     */
    static Optional<Refusal> close(ServiceRequest request, AdminCenter center, String solution, int stepsShown) {
        return mayClose(request, center)
                .or(() -> unless(request.steps() == stepsShown, SupportRefusal.ANSWERED_MEANWHILE))
                .or(() -> unless(PlainText.isText(solution, LONGEST_TEXT), SupportRefusal.SOLUTION_MALFORMED));
    }

    private static Optional<Refusal> open(ServiceRequest request) {
        return unless(request.status() != SupportStatus.CLOSED, SupportRefusal.ALREADY_CLOSED)
                .map(Refusal.class::cast);
    }

    // who acts next

    /**
     * Whether the writer speaks for whoever has the problem: the opener, and where a partner opened it the customer's own
     * people.
     */
    private static boolean speaksForCustomer(ServiceRequest request, AdminCenter writer) {
        return isOpener(request, writer) || (request.openerPartner() != null && !writer.onBehalf());
    }

    /**
     * Whether a message takes the request: of somebody who handles requests, while nobody looks after it.
     *
     * @param left whether whoever did cannot any more
     */
    static boolean takes(ServiceRequest request, boolean left, AdminCenter writer) {
        return (left || request.assignee() == null)
                && writer.may(Permission.HANDLE_SERVICE_REQUESTS)
                && !speaksForCustomer(request, writer);
    }

    /**
     * Who acts next after somebody wrote: the other side. Whoever looks after the own problem goes on alone, and where nobody
     * looks after it, somebody is to take it.
     */
    static SupportStatus afterMessage(ServiceRequest request, AdminCenter writer) {
        UUID assignee = request.assignee();
        if (assignee == null) {
            return SupportStatus.OPEN;
        }
        boolean handles = assignee.equals(writer.actor().account());
        boolean ownProblem = isOpener(request, writer) && !writer.onBehalf();
        if (handles) {
            return ownProblem ? SupportStatus.WITH_HANDLER : SupportStatus.WITH_CUSTOMER;
        }
        return speaksForCustomer(request, writer) ? SupportStatus.WITH_HANDLER : SupportStatus.WITH_CUSTOMER;
    }

    /**
     * Whether nobody looks after it, whoever is named: that person can't any more. Who had what is closed stays its history.
     *
     * @param assigneeOut whether whoever is named can't handle requests any more
     */
    static boolean isLeft(SupportStatus status, boolean assigneeOut) {
        return assigneeOut && status != SupportStatus.CLOSED;
    }

    /**
     * Where it stands in truth. What such a person was to handle waits to be taken. What such a person asked waits for the
     * requester, as before, and by the answer it waits to be taken.
     *
     * @param left whether nobody looks after it, whoever is named
     */
    static SupportStatus standing(SupportStatus status, boolean left) {
        return left && status == SupportStatus.WITH_HANDLER ? SupportStatus.OPEN : status;
    }

    /** Whether it is that person who acts next. */
    static boolean isTurnOf(UUID person, SupportStatus status, UUID opener, @Nullable UUID assignee) {
        return switch (status) {
            case OPEN, CLOSED -> false; // anybody who handles requests, or nobody
            case WITH_HANDLER -> person.equals(assignee);
            case WITH_CUSTOMER -> person.equals(opener) && !person.equals(assignee);
        };
    }

    private static <R extends Refusal> Optional<R> unless(boolean fine, R refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
