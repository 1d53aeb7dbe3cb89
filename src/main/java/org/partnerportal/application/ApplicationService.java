package org.partnerportal.application;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Apps and their versions: made and submitted by partners, decided about and downloaded by customers. */
@Service
public class ApplicationService {

    private final ApplicationRepository applications;
    private final ApplicationVersionRepository versions;
    private final ApplicationSearch search;
    private final Packages packages;
    private final RelationshipService relationships;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApplicationService(
            ApplicationRepository applications,
            ApplicationVersionRepository versions,
            ApplicationSearch search,
            Packages packages,
            RelationshipService relationships,
            TenantService tenants,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.applications = applications;
        this.versions = versions;
        this.search = search;
        this.packages = packages;
        this.relationships = relationships;
        this.tenants = tenants;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    private boolean isDeveloper(TenantId partner, TenantId customer) {
        return ApplicationRules.isDeveloper(
                relationships.typesInForce(partner, customer),
                tenants.tenant(customer).active());
    }

    private boolean isDeveloper(Application application) {
        return isDeveloper(application.partner(), application.customer());
    }

    private static void refuse(Optional<ApplicationRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }

    private static @Nullable ApplicationRefusal orNull(Optional<ApplicationRefusal> refusal) {
        return refusal.orElse(null);
    }

    // the partner's side: what it sees

    /** The partner's apps, for every customer; also of those for whom it no longer works. */
    @Transactional(readOnly = true)
    ApplicationList ofPartner(Actor actor, ApplicationFilter filter) {
        refuse(ApplicationRules.manage(actor));
        return search.page(Side.PARTNER, actor.tenant(), filter);
    }

    /** The organisations that are, or were, the partner's customers, by name. */
    List<TenantView> formerCustomers(Actor actor) {
        return relationships.customersOf(actor.tenant());
    }

    /** The customers for whom the partner can make apps now, by name. */
    List<TenantView> customers(Actor actor) {
        refuse(ApplicationRules.manage(actor));
        List<PartnerType> types = Stream.of(PartnerType.values())
                .filter(PartnerType::developsApplications)
                .toList();
        return relationships.customersInForce(actor.tenant(), types).stream()
                .filter(TenantView::active)
                .toList();
    }

    @Transactional(readOnly = true)
    ApplicationView.Shown ofPartner(Actor actor, UUID id) {
        Application application = find(actor, applications.ofPartner(actor.tenant(), id));
        boolean developer = isDeveloper(application);
        return shown(
                application,
                application.customer(),
                developer,
                status -> true,
                orNull(ApplicationRules.work(actor, developer)),
                orNull(ApplicationRules.upload(actor, developer, versions.countUnapproved(id))));
    }

    @Transactional(readOnly = true)
    ApplicationView.ShownVersion ofPartner(Actor actor, UUID id, UUID version) {
        ApplicationView.Shown shown = ofPartner(actor, id);
        boolean developer = shown.developer();
        return version(
                shown,
                version,
                status -> new ApplicationView.May(
                        orNull(ApplicationRules.submit(status, actor, developer)),
                        orNull(ApplicationRules.withdraw(status, actor, developer)),
                        orNull(ApplicationRules.delete(status, actor, developer)),
                        null,
                        null,
                        orNull(ApplicationRules.retireAsPartner(status, actor, developer)),
                        ApplicationRules.work(actor, developer).isEmpty()));
    }

    /** The package of any version, to whoever develops it now. */
    @Transactional(readOnly = true)
    PackageDownload packageOfPartner(Actor actor, UUID id, UUID version) {
        Application application = find(actor, applications.ofPartner(actor.tenant(), id));
        ApplicationVersion found = versions.of(id, version).orElseThrow(NotFoundException::new);
        refuse(ApplicationRules.work(actor, isDeveloper(application)));
        return new PackageDownload(found.fileName(), found.kept());
    }

    private static Application find(Actor actor, Optional<Application> found) {
        Application application = found.orElseThrow(NotFoundException::new);
        refuse(ApplicationRules.manage(actor));
        return application;
    }

    private ApplicationView.Shown shown(
            Application application,
            TenantId other,
            boolean developer,
            Predicate<ApplicationVersionStatus> sees,
            @Nullable ApplicationRefusal editRefusal,
            @Nullable ApplicationRefusal uploadRefusal) {
        List<ApplicationView.Version> seen = versions.of(application.id()).stream()
                .filter(version -> sees.test(version.status()))
                .map(ApplicationVersion::view)
                .toList();
        UUID newest = seen.stream()
                .filter(version -> version.status() == ApplicationVersionStatus.PUBLISHED)
                .findFirst()
                .map(ApplicationView.Version::id)
                .orElse(null);
        return new ApplicationView.Shown(
                application.view(), tenants.tenant(other).name(), developer, seen, newest, editRefusal, uploadRefusal);
    }

    /** What somebody may do with a version, by its status. */
    private interface Asking {
        ApplicationView.May may(ApplicationVersionStatus status);
    }

    private static ApplicationView.ShownVersion version(ApplicationView.Shown shown, UUID version, Asking asking) {
        return shown.versions().stream()
                .filter(each -> each.id().equals(version))
                .findFirst()
                .map(each -> new ApplicationView.ShownVersion(shown, each, asking.may(each.status())))
                .orElseThrow(NotFoundException::new);
    }

    // the partner's side: what it does

    /** Whether the partner can make apps for that organisation now; a stranger's id is as good as none. */
    boolean isOpen(Actor actor, TenantId customer) {
        return relationships.isCustomer(actor.tenant(), customer) && isDeveloper(actor.tenant(), customer);
    }

    /** Everything that is wrong with an entry for an app that is to be made. */
    @Transactional(readOnly = true)
    Stream<ApplicationRefusal> problems(Actor actor, TenantId customer, ApplicationForm form) {
        List<String> others = applications.namesBetween(actor.tenant(), customer, form.application());
        return Stream.concat(form.problems(), ApplicationRules.name(form.typedName(), others).stream());
    }

    /** The same for an app that is there. */
    @Transactional(readOnly = true)
    Stream<ApplicationRefusal> problems(Actor actor, UUID id, ApplicationForm form) {
        Application application = find(actor, applications.ofPartner(actor.tenant(), id));
        return Stream.concat(
                form.on(application.platform()).problems(),
                ApplicationRules.name(form.typedName(), others(application)).stream());
    }

    private List<String> others(Application application) {
        return applications.namesBetween(application.partner(), application.customer(), application.id());
    }

    /**
     * Makes an entry for an app.
     *
     * @return its id
     */
    @Transactional
    UUID add(Actor actor, TenantId customer, ApplicationForm form) {
        refuse(ApplicationRules.manage(actor));
        if (!relationships.isCustomer(actor.tenant(), customer)) {
            throw new NotFoundException();
        }
        relationships.hold(actor.tenant(), customer); // nobody ends the relationship while its partner works
        UUID id = form.application();
        if (applications.ofPartner(actor.tenant(), id).isPresent()) {
            return id; // the second click of two
        }
        Instant now = clock.instant();
        Application application = applications.save(new Application(
                Ids.isFresh(id, now) ? id : Ids.next(),
                actor,
                customer,
                form,
                isDeveloper(actor.tenant(), customer),
                applications.namesBetween(actor.tenant(), customer, id),
                now));
        events.publishEvent(new ApplicationEvent.Added(now, actor.who(), application.facts()));
        return application.id();
    }

    /** Changes an app's entry. What the customer knows of, it reads in its history too. */
    @Transactional
    void edit(Actor actor, UUID id, ApplicationForm form) {
        Application application = hold(actor, id);
        if (application.says(form)) {
            return; // the second click of two
        }
        String before = application.facts().name();
        application.edit(actor, form, isDeveloper(application), others(application));
        ApplicationEvent.Facts now = application.facts();
        events.publishEvent(new ApplicationEvent.Edited(
                clock.instant(),
                actor.who(),
                now,
                before.equals(now.name()) ? "" : before,
                versions.of(id).stream().anyMatch(each -> each.status() != ApplicationVersionStatus.DRAFT)));
    }

    /** Everything that is wrong with a new version, when the partner may upload one at all. */
    @Transactional(readOnly = true)
    List<ApplicationRefusal> problems(Actor actor, UUID id, UUID version, NewVersion content) {
        Application application = find(actor, applications.ofPartner(actor.tenant(), id));
        if (versions.of(id, version).isPresent()) {
            return List.of(); // the second click of two
        }
        refuse(ApplicationRules.upload(actor, isDeveloper(application), versions.countUnapproved(id)));
        return ApplicationRules.version(content, versions.numberKeysBeside(id, version), application.platform())
                .toList();
    }

    /**
     * Uploads a version. Its package is kept before the transaction, and deleted again when that does not come about.
     *
     * @param id the app's
     * @param version the id chosen with the form: sent twice, it is still one version
     * @return the version's id
     */
    UUID upload(Actor actor, UUID id, UUID version, NewVersion content, InputStream file) {
        refuse(problems(actor, id, version, content).stream().findFirst());
        Packages.Kept kept = packages.keep(file);
        boolean used = false;
        try {
            UUID made =
                    Objects.requireNonNull(transaction.execute(status -> upload(actor, id, version, content, kept)));
            used = versions.usedAmong(List.of(kept.file())).contains(kept.file());
            return made;
        } finally {
            if (!used) {
                packages.delete(kept);
            }
        }
    }

    private UUID upload(Actor actor, UUID id, UUID version, NewVersion content, Packages.Kept kept) {
        Application application = hold(actor, id);
        if (versions.of(id, version).isPresent()) {
            return version; // the second click of two, at the same moment
        }
        refuse(ApplicationRules.upload(actor, isDeveloper(application), versions.countUnapproved(id)));
        refuse(ApplicationRules.version(content, versions.numberKeysBeside(id, version), application.platform())
                .findFirst());
        Instant now = clock.instant();
        ApplicationVersion made = versions.save(new ApplicationVersion(
                Ids.isFresh(version, now) ? version : Ids.next(), application, content, kept, actor, now));
        events.publishEvent(new ApplicationEvent.Uploaded(now, actor.who(), made.facts(application), made.id()));
        return made.id();
    }

    @Transactional
    void submit(Actor actor, UUID id, UUID version) {
        Application application = hold(actor, id);
        ApplicationVersion found = find(application, version, ApplicationVersionStatus.SUBMITTED);
        if (found == null) {
            return;
        }
        Instant now = clock.instant();
        found.submit(actor, isDeveloper(application), now);
        events.publishEvent(new ApplicationEvent.Submitted(now, actor.who(), found.facts(application), version));
    }

    @Transactional
    void withdraw(Actor actor, UUID id, UUID version) {
        Application application = hold(actor, id);
        ApplicationVersion found = find(application, version, ApplicationVersionStatus.WITHDRAWN);
        if (found == null) {
            return;
        }
        found.withdraw(actor, isDeveloper(application));
        events.publishEvent(
                new ApplicationEvent.Withdrawn(clock.instant(), actor.who(), found.facts(application), version));
    }

    /** Takes a published version out. */
    @Transactional
    void retireAsPartner(Actor actor, UUID id, UUID version) {
        Application application = hold(actor, id);
        boolean developer = isDeveloper(application);
        retire(actor, application, version, (found, now) -> found.retireAsPartner(actor, developer, now));
    }

    /** Deletes a version that was never approved, and its package. */
    void delete(Actor actor, UUID id, UUID version) {
        Optional<Packages.Kept> kept = Objects.requireNonNull(transaction.execute(status -> {
            Application application = hold(actor, id);
            Optional<ApplicationVersion> found = versions.of(id, version);
            found.ifPresent(each -> {
                each.delete(actor, isDeveloper(application));
                versions.delete(each);
                events.publishEvent(
                        new ApplicationEvent.Deleted(clock.instant(), actor.who(), each.facts(application), version));
            });
            return found.map(ApplicationVersion::kept); // none: the second click of two
        }));
        kept.ifPresent(packages::delete);
    }

    /** The partner's app, and the relationship behind it, until the transaction ends. */
    private Application hold(Actor actor, UUID id) {
        Application application = find(actor, applications.lockOfPartner(actor.tenant(), id));
        relationships.hold(application.partner(), application.customer());
        return application;
    }

    /** The version; null where it has that status already, so that the second click of two changes nothing. */
    private @Nullable ApplicationVersion find(Application application, UUID version, ApplicationVersionStatus already) {
        ApplicationVersion found = versions.of(application.id(), version).orElseThrow(NotFoundException::new);
        return found.status() == already ? null : found;
    }

    private void retire(
            Actor actor, Application application, UUID version, BiConsumer<ApplicationVersion, Instant> verb) {
        ApplicationVersion found = find(application, version, ApplicationVersionStatus.RETIRED);
        if (found == null) {
            return;
        }
        Instant now = clock.instant();
        verb.accept(found, now);
        events.publishEvent(new ApplicationEvent.Retired(now, actor.who(), found.facts(application), version));
    }

    // the customer's side

    /** The apps that the person may see. */
    @Transactional(readOnly = true)
    ApplicationList ofCustomer(Actor actor, ApplicationFilter filter) {
        return search.page(Side.CUSTOMER, actor.tenant(), filter);
    }

    /** All of these, a page at a time. */
    void forEachOfCustomer(Actor actor, ApplicationFilter filter, Consumer<ApplicationList.Line> line) {
        ApplicationFilter from = filter;
        ApplicationList page;
        do {
            page = search.page(Side.CUSTOMER, actor.tenant(), from);
            page.lines().forEach(line);
            from = from.before(page.next());
        } while (page.next() != null);
    }

    /** The partners that make apps for the organisation, or once did, by name. */
    List<TenantView> partners(Actor actor) {
        List<PartnerType> types = Stream.of(PartnerType.values())
                .filter(PartnerType::developsApplications)
                .toList();
        return relationships.partnersOf(actor.tenant(), types);
    }

    /** How many versions wait for the person's decision; none for whoever may not decide. */
    @Transactional(readOnly = true)
    public long countWaiting(Actor actor) {
        return ApplicationRules.decide(actor).isEmpty() ? versions.countWaiting(actor.tenant()) : 0;
    }

    @Transactional(readOnly = true)
    ApplicationView.Shown ofCustomer(Actor actor, UUID id) {
        Application application = applications.ofCustomer(actor.tenant(), id).orElseThrow(NotFoundException::new);
        ApplicationView.Shown shown = shown(
                application,
                application.partner(),
                isDeveloper(application),
                status -> ApplicationRules.maySee(status, actor),
                null,
                null);
        if (shown.versions().isEmpty()) {
            throw new NotFoundException(); // the partner prepares it, or it is no longer offered
        }
        return shown;
    }

    @Transactional(readOnly = true)
    ApplicationView.ShownVersion ofCustomer(Actor actor, UUID id, UUID version) {
        ApplicationView.Shown shown = ofCustomer(actor, id);
        return version(
                shown,
                version,
                status -> new ApplicationView.May(
                        null,
                        null,
                        null,
                        orNull(ApplicationRules.approve(status, actor, shown.developer())),
                        orNull(ApplicationRules.reject(status, actor)),
                        orNull(ApplicationRules.retireAsCustomer(status, actor)),
                        ApplicationRules.mayDownload(status, actor)));
    }

    /** The package of a version that the customer's person may have now. */
    @Transactional(readOnly = true)
    PackageDownload packageOfCustomer(Actor actor, UUID id, UUID version) {
        if (applications.ofCustomer(actor.tenant(), id).isEmpty()) {
            throw new NotFoundException();
        }
        return versions.of(id, version)
                .filter(found -> ApplicationRules.mayDownload(found.status(), actor))
                .map(found -> new PackageDownload(found.fileName(), found.kept()))
                .orElseThrow(NotFoundException::new);
    }

    /** Lets the customer's people have the version. */
    @Transactional
    void approve(Actor actor, UUID id, UUID version) {
        Application application = holdOfCustomer(actor, id);
        relationships.hold(application.partner(), application.customer());
        ApplicationVersion found = visible(application, version);
        if (found.wasDecided(ApplicationVersionStatus.PUBLISHED, actor)) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        found.approve(actor, isDeveloper(application), now);
        events.publishEvent(
                new ApplicationEvent.Approved(now, actor.who(), found.facts(application), version, found.submitter()));
    }

    /**
     * Rejects a version.
     *
     * @return what is wrong with the reason, so that its text is kept; then nothing is done
     */
    @Transactional
    Optional<ApplicationRefusal> reject(Actor actor, UUID id, UUID version, String reason) {
        Application application = holdOfCustomer(actor, id);
        ApplicationVersion found = visible(application, version);
        if (found.wasDecided(ApplicationVersionStatus.REJECTED, actor)) {
            return Optional.empty(); // the second click of two
        }
        refuse(ApplicationRules.reject(found.status(), actor));
        Optional<ApplicationRefusal> wrong = ApplicationRules.reason(reason);
        if (wrong.isPresent()) {
            return wrong;
        }
        Instant now = clock.instant();
        found.reject(actor, reason, now);
        events.publishEvent(new ApplicationEvent.Rejected(
                now, actor.who(), found.facts(application), version, found.submitter(), reason));
        return Optional.empty();
    }

    /** Takes a published version out; also after the partner is gone. */
    @Transactional
    void retireAsCustomer(Actor actor, UUID id, UUID version) {
        Application application = holdOfCustomer(actor, id);
        visible(application, version);
        retire(actor, application, version, (found, now) -> found.retireAsCustomer(actor, now));
    }

    private Application holdOfCustomer(Actor actor, UUID id) {
        Application application =
                applications.lockOfCustomer(actor.tenant(), id).orElseThrow(NotFoundException::new);
        refuse(ApplicationRules.decide(actor));
        return application;
    }

    /** A draft is not there for the customer. */
    private ApplicationVersion visible(Application application, UUID version) {
        return versions.of(application.id(), version)
                .filter(found -> found.status() != ApplicationVersionStatus.DRAFT)
                .orElseThrow(NotFoundException::new);
    }
}
