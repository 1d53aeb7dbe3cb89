package org.partnerportal.support;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.AdminCenters;
import org.partnerportal.onbehalf.CenterPerson;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actor.Worker;
import org.partnerportal.tenant.AdminRole;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps service requests: who asks what, who looks after it, and what solved it. */
@Service
public class SupportService {

    /** Of a new request; whoever else may handle it sees it in the list. */
    private static final int MOST_TOLD = 50;

    private final ServiceRequestRepository requests;
    private final RequestStepRepository steps;
    private final SupportSearch search;
    private final AdminCenters centers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SupportService(
            ServiceRequestRepository requests,
            RequestStepRepository steps,
            SupportSearch search,
            AdminCenters centers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.search = search;
        this.centers = centers;
        this.events = events;
        this.clock = clock;
    }

    // lists

    SupportList list(AdminCenter center, SupportFilter filter) {
        look(center);
        return standing(center.actor(), search.find(center, filter));
    }

    /** The same for a file: at most so many, without a count. */
    SupportList list(AdminCenter center, SupportFilter filter, int most) {
        look(center);
        return standing(center.actor(), search.find(center, filter, most));
    }

    /** Asks who can handle requests now only where somebody is said to. */
    private SupportList standing(Actor reader, SupportList list) {
        Set<Worker> assignees = list.assignees();
        return assignees.isEmpty()
                ? list
                : list.standing(
                        centers.able(
                                assignees.stream().map(Worker::tenant).collect(Collectors.toSet()),
                                assignees.stream().map(Worker::account).collect(Collectors.toSet()),
                                Permission.HANDLE_SERVICE_REQUESTS),
                        reader.account());
    }

    /** The open requests of all the customers whose requests the partner's person may handle. */
    SupportList ofCustomers(Actor agent, SupportFilter filter) {
        SupportRules.workOnBehalf(agent).ifPresent(SupportService::refuse);
        return standing(agent, search.ofCustomers(agent, filter, clock.instant()));
    }

    /** How many requests of the own organisation wait for those who handle them; 0 for others. */
    public long countWaiting(AdminCenter center) {
        return center.may(Permission.HANDLE_SERVICE_REQUESTS) ? requests.countWaiting(center.tenant()) : 0;
    }

    /** How many requests of customers wait for a partner's person who may handle them; 0 for others. */
    public long countWaitingOfCustomers(Actor agent) {
        return SupportRules.workOnBehalf(agent).isPresent()
                ? 0
                : requests.countWaiting(
                        agent.tenant(),
                        agent.account(),
                        agent.holds(AdminRole.ADMIN_AGENT),
                        Permission.HANDLE_SERVICE_REQUESTS.roles(),
                        clock.instant());
    }

    /** How many of the requests that the person opened were answered, so that the person acts next. */
    public long countAnswered(Actor actor) {
        return requests.countAnswered(actor.tenant(), actor.account());
    }

    // one request

    /**
     * A request as the person sees it.
     *
     * @param steps its thread
     * @param people who can look after it, as far as the person may choose
     * @param left whether nobody looks after it, since whoever is named can't any more
     * @param status where it stands in truth
     * @param takes whether the person takes it by an answer
     * @param turn whether it is the person who acts next
     * @param answerRefusal why the person can't write in it now, or null
     * @param assignRefusal why the person can't say who looks after it, or null
     * @param closeRefusal why the person can't close it, or null
     */
    record Shown(
            SupportView request,
            List<RequestStepView> steps,
            List<CenterPerson> people,
            boolean left,
            SupportStatus status,
            boolean takes,
            boolean turn,
            @Nullable Refusal answerRefusal,
            @Nullable Refusal assignRefusal,
            @Nullable Refusal closeRefusal) {}

    Shown one(AdminCenter center, UUID id) {
        look(center);
        ServiceRequest request = find(center, requests.ofCustomer(center.tenant(), id));
        List<CenterPerson> people = people(center);
        UUID assignee = request.assignee();
        boolean left = SupportRules.isLeft(request.status(), isOut(people, assignee));
        SupportStatus status = SupportRules.standing(request.status(), left);
        Refusal assignRefusal = SupportRules.mayAssign(request, center).orElse(null);
        return new Shown(
                request.view(),
                steps.of(id),
                assignRefusal == null ? choices(center, people) : List.of(),
                left,
                status,
                SupportRules.takes(request, left, center),
                SupportRules.isTurnOf(center.actor().account(), status, request.opener(), left ? null : assignee),
                SupportRules.mayAnswer(request, center, clock.instant()).orElse(null),
                assignRefusal,
                SupportRules.mayClose(request, center).orElse(null));
    }

    private static List<CenterPerson> choices(AdminCenter center, List<CenterPerson> people) {
        return people.stream()
                .filter(person -> SupportRules.mayChoose(center, person))
                .toList();
    }

    private List<CenterPerson> people(AdminCenter center) {
        return centers.people(center.tenant(), Permission.HANDLE_SERVICE_REQUESTS);
    }

    private static boolean isOut(List<CenterPerson> people, @Nullable UUID assignee) {
        return assignee != null && among(people, assignee).isEmpty();
    }

    private static Optional<CenterPerson> among(List<CenterPerson> people, @Nullable UUID account) {
        return people.stream()
                .filter(person -> person.contact().account().equals(account))
                .findFirst();
    }

    // what is done

    /** Asks whether the person may open a request there. */
    void mayOpen(AdminCenter center) {
        SupportRules.open(center).ifPresent(SupportService::refuse);
    }

    /** Everything that is wrong with a new request. */
    List<SupportRefusal> check(NewRequest content) {
        return SupportRules.content(content).toList();
    }

    /**
     * Opens a request.
     *
     * @param form the id chosen with the form: sent twice, it is still one request, and corrected it is another
     * @return the request's id
     */
    @Transactional
    UUID open(AdminCenter center, UUID form, NewRequest content) {
        boolean other = opened(center, form)
                .filter(request -> !request.isOf(content, steps.description(form)))
                .isPresent();
        UUID id = other ? Ids.corrected(form, content.words()) : form;
        if (opened(center, id).isPresent()) {
            return id; // the second click of two
        }
        Instant now = clock.instant();
        ServiceRequest request = new ServiceRequest(Ids.isFresh(id, now) ? id : Ids.next(), center, content, now);
        useAsPartner(center, Permission.HANDLE_SERVICE_REQUESTS);
        requests.save(request);
        add(request, Ids.next(), RequestStepKind.OPENED, center, now, content.description());
        events.publishEvent(
                new SupportEvent.Opened(now, center, request.facts(), handlers(center, request, people(center))));
        return request.id();
    }

    private Optional<ServiceRequest> opened(AdminCenter center, UUID id) {
        return requests.ofCustomer(center.tenant(), id)
                .filter(request -> request.opener().equals(center.actor().account()));
    }

    /**
     * Writes in a request; after its end that opens it again.
     *
     * @return what is wrong with the form, so that its text is kept; then nothing is done
     */
    @Transactional
    Optional<Refusal> answer(AdminCenter center, UUID id, AnswerForm form) {
        ServiceRequest request = find(center, requests.lock(center.tenant(), id));
        UUID step = steps.isOther(id, form.step(), form.text())
                ? Ids.corrected(form.step(), List.of(form.text())) // another message under the same form
                : form.step();
        if (steps.isThere(id, step)) {
            return Optional.empty(); // the second click of two
        }
        Instant now = clock.instant();
        Optional<Refusal> wrong = onForm(SupportRules.answer(request, center, form.text(), form.isShownClosed(), now));
        if (wrong.isPresent()) {
            return wrong;
        }
        boolean reopens = request.closedAt() != null;
        List<CenterPerson> people = people(center);
        boolean left = isOut(people, request.assignee());
        if (left) {
            request.leave();
        }
        boolean takes = request.answer(center, form.text(), form.isShownClosed(), now);
        useAsPartner(center, Permission.HANDLE_SERVICE_REQUESTS);
        String name = center.actor().name();
        SupportFacts facts = request.facts();
        if (takes) {
            steps.save(new RequestStep(
                    Ids.next(), request, request.steps() - 1, RequestStepKind.TAKEN, center, now, name));
            events.publishEvent(new SupportEvent.Assigned(
                    now, center, facts, SupportEvent.Readers.NOBODY, name, request.assigneePartner()));
        }
        add(
                request,
                Ids.isFresh(step, now) ? step : Ids.next(),
                reopens ? RequestStepKind.REOPENED : RequestStepKind.ANSWERED,
                center,
                now,
                form.text());
        SupportEvent.Readers readers = readers(center, request, people);
        if (left && !takes) {
            readers = readers.with(handlers(center, request, people)); // else nobody would read it
        }
        events.publishEvent(
                reopens
                        ? new SupportEvent.Reopened(now, center, facts, readers)
                        : new SupportEvent.Answered(now, center, facts, readers));
        return Optional.empty();
    }

    /**
     * Gives a request to somebody who may handle it.
     *
     * @param person the account of who is to look after it
     * @param shown who did when the page was shown, or null
     */
    @Transactional
    void assign(AdminCenter center, UUID id, @Nullable UUID person, @Nullable UUID shown) {
        ServiceRequest request = find(center, requests.lock(center.tenant(), id));
        List<CenterPerson> people = people(center);
        CenterPerson chosen = among(choices(center, people), person).orElse(null);
        if (SupportRules.mayAssign(request, center).isEmpty() && request.isWith(chosen)) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        request.assign(center, chosen, shown, now);
        useAsPartner(center, Permission.HANDLE_SERVICE_REQUESTS);
        CenterPerson assignee = Objects.requireNonNull(chosen); // else assigning had refused
        String name = assignee.contact().name();
        boolean takes = assignee.contact().account().equals(center.actor().account());
        add(request, Ids.next(), takes ? RequestStepKind.TAKEN : RequestStepKind.ASSIGNED, center, now, name);
        events.publishEvent(new SupportEvent.Assigned(
                now, center, request.facts(), readers(center, request, people), name, assignee.partner()));
    }

    /**
     * Closes a request.
     *
     * @return what is wrong with the form, so that its text is kept; then nothing is done
     */
    @Transactional
    Optional<Refusal> close(AdminCenter center, UUID id, CloseForm form) {
        ServiceRequest request = find(center, requests.lock(center.tenant(), id));
        if (request.wasClosedBy(center)) {
            return Optional.empty(); // the second click of two
        }
        Optional<Refusal> wrong = onForm(SupportRules.close(request, center, form.text(), form.stepsShown()));
        if (wrong.isPresent()) {
            return wrong;
        }
        Instant now = clock.instant();
        request.close(center, form.text(), form.stepsShown(), now);
        useAsPartner(center, Permission.HANDLE_SERVICE_REQUESTS);
        add(request, Ids.next(), RequestStepKind.CLOSED, center, now, form.text());
        events.publishEvent(new SupportEvent.Closed(
                now,
                center,
                request.facts(),
                readers(center, request, people(center)),
                SupportRules.reopenedUntil(now)));
        return Optional.empty();
    }

    private void add(
            ServiceRequest request, UUID id, RequestStepKind kind, AdminCenter center, Instant now, String text) {
        steps.save(new RequestStep(id, request, request.steps(), kind, center, now, text));
    }

    private void look(AdminCenter center) {
        SupportRules.see(center).ifPresent(SupportService::refuse);
        useAsPartner(center, Permission.SEE_SERVICE_REQUESTS);
    }

    private void useAsPartner(AdminCenter center, Permission permission) {
        if (center.partner() != null) {
            centers.use(center, permission);
        }
    }

    private ServiceRequest find(AdminCenter center, Optional<ServiceRequest> found) {
        ServiceRequest request = found.orElseThrow(NotFoundException::new);
        if (!SupportRules.maySee(request, center)) {
            if (center.actor().isEmployed()) {
                centers.use(center, Permission.SEE_SERVICE_REQUESTS); // it may be their own work: says which role went
            }
            throw new NotFoundException();
        }
        return request;
    }

    /** What is refused for its input goes back to the form; the entity's verb refuses the rest. */
    private static Optional<Refusal> onForm(Optional<Refusal> refusal) {
        return refusal.filter(reason -> reason.kind() == Refusal.Kind.INVALID);
    }

    // who is told

    /** Those who opened it and look after it, but for the person who acts, as long as they have access to it. */
    private static SupportEvent.Readers readers(AdminCenter center, ServiceRequest request, List<CenterPerson> people) {
        UUID actor = center.actor().account();
        UUID opener = request.opener();
        UUID assignee = request.assignee();
        boolean openerHasAccess =
                request.openerPartner() == null || among(people, opener).isPresent();
        boolean assigneeHasAccess = among(people, assignee).isPresent();
        return new SupportEvent.Readers(
                opener.equals(actor) || opener.equals(assignee) || !openerHasAccess
                        ? null
                        : reader(center, request, opener, request.openerPartner()),
                assignee == null || assignee.equals(actor) || !assigneeHasAccess
                        ? null
                        : reader(center, request, assignee, request.assigneePartner()),
                List.of());
    }

    /** Those who may take a request that nobody looks after, but for whoever acts. */
    private static List<SupportEvent.Reader> handlers(
            AdminCenter center, ServiceRequest request, List<CenterPerson> people) {
        return people.stream()
                .filter(person ->
                        !person.contact().account().equals(center.actor().account()))
                .limit(MOST_TOLD)
                .map(person -> reader(center, request, person.contact().account(), person.partner()))
                .toList();
    }

    private static SupportEvent.Reader reader(
            AdminCenter center, ServiceRequest request, UUID account, @Nullable TenantId partner) {
        String base = partner == null ? "" : AdminCenter.of(center.tenant());
        return new SupportEvent.Reader(account, base + "/support/requests/" + request.id());
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }
}
