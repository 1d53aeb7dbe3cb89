package org.partnerportal.accessreview;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.assignment.AssignmentService;
import org.partnerportal.assignment.RelationshipRole;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.Due;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens access reviews when their time comes, shows them, and takes the signature. */
@Service
@Transactional(readOnly = true)
public class AccessReviewService {

    static final int PAGE = 50;

    private final AccessReviewRepository reviews;
    private final RelationshipService relationships;
    private final AssignmentService assignments;
    private final TenantService tenants;
    private final EntraRoles roles;
    private final AccessReviewProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccessReviewService(
            AccessReviewRepository reviews,
            RelationshipService relationships,
            AssignmentService assignments,
            TenantService tenants,
            EntraRoles roles,
            AccessReviewProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.relationships = relationships;
        this.assignments = assignments;
        this.tenants = tenants;
        this.roles = roles;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    // the reviewer's side

    /** The review that waits for the person's organisation, if the person may see it. */
    public Optional<OpenReview> waiting(Actor actor) {
        Instant now = clock.instant();
        return AccessReviewRules.see(actor).isPresent()
                ? Optional.empty()
                : reviews.open(actor.tenant().value()).map(review -> review.waiting(now));
    }

    /** The open review, and one page of the finished ones. */
    AccessReviewList list(Actor actor, @Nullable UUID before) {
        requireReader(actor);
        List<AccessReviewList.Row> found =
                reviews.finished(actor.tenant(), before == null ? Ids.LAST : before, Limit.of(PAGE + 1));
        boolean more = found.size() > PAGE;
        List<AccessReviewList.Row> shown = more ? found.subList(0, PAGE) : found;
        boolean anyRole = !relationships.inForce(actor.tenant()).isEmpty();
        return new AccessReviewList(
                waiting(actor).orElse(null),
                shown,
                more ? shown.get(PAGE - 1).id() : null,
                reviews.nextAt(actor.tenant()).orElse(null),
                AccessReviewRules.start(actor, anyRole).orElse(null));
    }

    /** One review: with what is held now while it is open, with what was decided once it is finished. */
    AccessReviewView one(Actor actor, UUID id) {
        requireReader(actor);
        AccessReview review = reviews.ofCustomer(actor.tenant(), id).orElseThrow(NotFoundException::new);
        return view(review, relationships.inForce(actor.tenant()));
    }

    private AccessReviewView view(AccessReview review, List<RelationshipView> inForce) {
        List<AccessGrant> grants =
                review.isFinished() ? review.decided() : grants(review.facts().customer(), held(inForce));
        return review.view(inOrder(grants), clock.instant());
    }

    /**
     * Opens a review without waiting for its time; the next one is then a whole period away. Where one is open already,
     * that one is the answer.
     */
    @Transactional
    UUID start(Actor actor) {
        requireReader(actor);
        Instant now = clock.instant();
        List<RelationshipView> inForce = relationships.inForce(actor.tenant());
        AccessReviewRules.start(actor, !inForce.isEmpty()).ifPresent(AccessReviewService::refuse);
        schedule(actor.tenant());
        AccessReviewSchedule schedule = reviews.lockSchedule(actor.tenant()).orElseThrow();
        Optional<AccessReview> open = reviews.open(actor.tenant().value());
        if (open.isPresent()) {
            return open.get().id();
        }
        schedule.beginAnew(properties.every(), now);
        return open(actor.tenant(), actor.who(), inForce, now);
    }

    private UUID open(TenantId customer, Who who, List<RelationshipView> inForce, Instant now) {
        AccessReview review = reviews.save(new AccessReview(customer, who, properties.answerWithin(), now));
        events.publishEvent(new AccessReviewEvent.Opened(
                now, who, review.facts(), held(inForce).size()));
        return review.id();
    }

    /**
     * Signs the review, exactly once: what was chosen is removed, and every row is kept as it was decided. Whoever comes
     * later gets the first result, with the name that stands under it.
     */
    @Transactional
    AccessReviewView finish(Actor actor, UUID id, AccessReviewAnswers answers) {
        requireReader(actor);
        Instant now = clock.instant();
        AccessReview review = reviews.lockOfCustomer(actor.tenant(), id).orElseThrow(NotFoundException::new);
        if (!review.isFinished()) {
            finish(actor, review, answers, now);
        }
        return review.view(inOrder(review.decided()), now);
    }

    private void finish(Actor actor, AccessReview review, AccessReviewAnswers answers, Instant now) {
        // nobody takes a role away between this look and the signature
        List<RelationshipView> inForce = relationships.lockInForce(actor.tenant(), now);
        List<AccessGrant> held = grants(actor.tenant(), held(inForce));
        Set<GrantKey> keys = held.stream().map(AccessGrant::key).collect(Collectors.toSet());
        List<Held> lost = answers.shown().stream()
                .filter(key -> !keys.contains(key))
                .map(key -> lost(actor.tenant(), key, review.openedAt()))
                .toList();
        review.finish(held, grants(actor.tenant(), lost), answers, actor, now);
        List<AccessGrant> decided = review.decided();
        inForce.stream()
                .sorted(Comparator.comparing(relationship -> relationship.id().toString())) // as every job locks them
                .forEach(relationship -> remove(actor, relationship, decided, now));
        events.publishEvent(new AccessReviewEvent.Finished(
                now,
                actor.who(),
                review.facts(),
                count(decided, Decision.KEPT),
                count(decided, Decision.REMOVED),
                count(decided, Decision.GONE),
                results(decided)));
    }

    /** A relationship's roles go at once, so that the partner gets one mail about them. */
    private void remove(Actor actor, RelationshipView relationship, List<AccessGrant> decided, Instant now) {
        Set<String> removed = decided.stream()
                .filter(grant -> grant.relationship().equals(relationship.id()))
                .filter(grant -> grant.decision() == Decision.REMOVED)
                .map(AccessGrant::role)
                .collect(Collectors.toSet());
        if (!removed.isEmpty()) {
            relationships.removeRoles(actor, relationship.partner(), relationship.id(), removed, now);
        }
    }

    private List<AccessReviewEvent.Result> results(List<AccessGrant> decided) {
        Map<TenantId, List<AccessGrant>> byPartner = inOrder(decided).stream()
                .filter(grant -> grant.decision() != Decision.GONE)
                .collect(Collectors.groupingBy(AccessGrant::partner, LinkedHashMap::new, Collectors.toList()));
        List<AccessReviewEvent.Result> results = new ArrayList<>();
        byPartner.forEach((partner, grants) -> results.add(new AccessReviewEvent.Result(
                partner,
                count(grants, Decision.KEPT),
                grants.stream()
                        .filter(grant -> grant.decision() == Decision.REMOVED)
                        .map(grant -> new AccessReviewEvent.Removed(grant.role(), grant.relationshipName()))
                        .toList())));
        return results;
    }

    private static int count(List<AccessGrant> grants, Decision decision) {
        return (int)
                grants.stream().filter(grant -> grant.decision() == decision).count();
    }

    private static void requireReader(Actor actor) {
        AccessReviewRules.see(actor).ifPresent(AccessReviewService::refuse);
    }

    private static void refuse(AccessReviewRefusal refusal) {
        throw new RefusedException(refusal);
    }

    // the rows of a review

    /** A role of a relationship. */
    record Held(RelationshipView relationship, String role) {}

    private static List<Held> held(List<RelationshipView> inForce) {
        return inForce.stream()
                .flatMap(relationship -> relationship.roles().stream().map(role -> new Held(relationship, role)))
                .toList();
    }

    /** A role that the page showed and that is not in force any more; not found where no page of it can have shown it. */
    private Held lost(TenantId customer, GrantKey key, Instant openedAt) {
        RelationshipView relationship = relationships.ofCustomer(customer, key.relationship());
        if (!AccessReviewRules.wasHeld(relationship, key.role(), openedAt)) {
            throw new NotFoundException();
        }
        return new Held(relationship, key.role());
    }

    /** These roles as rows, by two statements, whatever their number. */
    List<AccessGrant> grants(TenantId customer, List<Held> all) {
        Map<TenantId, TenantView> partners = tenants.tenants(
                all.stream().map(held -> held.relationship().partner()).collect(Collectors.toSet()));
        Map<RelationshipRole, Instant> uses = assignments.lastUsed(customer);
        return all.stream()
                .map(held -> AccessGrant.of(
                        held.relationship(),
                        held.role(),
                        Objects.requireNonNull(partners.get(held.relationship().partner()))
                                .name(),
                        uses.get(new RelationshipRole(held.relationship().id(), held.role()))))
                .toList();
    }

    /** Partner by partner and relationship by relationship, privileged roles first, in the reader's language. */
    private List<AccessGrant> inOrder(List<AccessGrant> grants) {
        List<String> order = roles.named(grants.stream().map(AccessGrant::role).collect(Collectors.toSet())).stream()
                .map(role -> role.id())
                .toList();
        return grants.stream()
                .sorted(Comparator.comparing(AccessGrant::partnerName, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(grant -> grant.partner().toString())
                        .thenComparing(AccessGrant::relationshipName, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(grant -> grant.relationship().toString())
                        .thenComparing(grant -> order.indexOf(grant.role())))
                .toList();
    }

    // the clock's side

    /** Gives the customer a schedule unless it has one; the first review is due a period from now. */
    @Transactional
    void schedule(TenantId customer) {
        Instant now = clock.instant();
        reviews.schedule(customer.value(), now, AccessReviewRules.nextAfter(now, now, properties.every()));
    }

    /** Some of the customers whose review is due, behind that one, in the order of their times. */
    List<Due> due(Due after, int most) {
        return reviews.schedulesDue(clock.instant(), after.at(), after.id(), Limit.of(most));
    }

    /** Opens one review for each of these whose time has come, however often it has; where no partner holds a role, none. */
    @Transactional
    void openDue(List<UUID> customers) {
        Instant now = clock.instant();
        for (AccessReviewSchedule schedule : reviews.lockDue(customers, now)) {
            schedule.moveOn(properties.every(), now);
            openNow(schedule.customer(), now);
        }
    }

    /** Opens a review unless one is open, or no partner holds any role. */
    @Transactional
    void openNow(TenantId customer, Instant now) {
        List<RelationshipView> inForce = relationships.inForce(customer);
        if (!inForce.isEmpty() && reviews.open(customer.value()).isEmpty()) {
            open(customer, Who.PORTAL, inForce, now);
        }
    }

    /** Some of the reviews whose time is over and of which nobody has been reminded, behind that one. */
    List<Due> remindersDue(Due after, int most) {
        return reviews.remindersDue(clock.instant(), after.at(), after.id(), Limit.of(most));
    }

    /** Reminds of these, once each. */
    @Transactional
    void remind(List<UUID> ids) {
        Instant now = clock.instant();
        for (AccessReview review : reviews.lockForReminder(ids, now)) {
            review.remind();
            events.publishEvent(new AccessReviewOverdue(now, review.facts()));
        }
    }
}
