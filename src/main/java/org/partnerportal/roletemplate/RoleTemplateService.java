package org.partnerportal.roletemplate;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.SentBeforeException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the partners' role templates and fills offers with them. */
@Service
@Transactional(readOnly = true)
public class RoleTemplateService {

    private final RoleTemplateRepository templates;
    private final TenantService tenants;
    private final EntraRoles catalogue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoleTemplateService(
            RoleTemplateRepository templates,
            TenantService tenants,
            EntraRoles catalogue,
            ApplicationEventPublisher events,
            Clock clock) {
        this.templates = templates;
        this.tenants = tenants;
        this.catalogue = catalogue;
        this.events = events;
        this.clock = clock;
    }

    /** The names of the partner's own templates, for a form to choose from. */
    public List<TemplateName> names(Actor actor) {
        RoleTemplateRules.see(actor).ifPresent(RoleTemplateService::refuse);
        return templates.names(actor.tenant());
    }

    /**
     * The roles of a template, to fill an offer with.
     *
     * @param id the constant of a built-in template, or the id of one of the partner's own
     */
    public UsedTemplate use(Actor actor, String id) {
        RoleTemplateRules.see(actor).ifPresent(RoleTemplateService::refuse);
        Set<String> roles = Parse.constant(BuiltInTemplate.class, id)
                .map(this::roles)
                .or(() -> Parse.uuid(id).map(own -> find(actor, own).content().roles()))
                .orElseThrow(NotFoundException::new);
        Map<Boolean, Set<String>> split =
                roles.stream().collect(Collectors.partitioningBy(catalogue::isRequestable, Collectors.toSet()));
        return new UsedTemplate(id, split.getOrDefault(true, Set.of()), split.getOrDefault(false, Set.of()));
    }

    /** The template ids of each built-in template's roles. */
    Map<BuiltInTemplate, Set<String>> builtIn() {
        Map<BuiltInTemplate, Set<String>> builtIn = new EnumMap<>(BuiltInTemplate.class);
        for (BuiltInTemplate template : BuiltInTemplate.values()) {
            builtIn.put(template, roles(template));
        }
        return builtIn;
    }

    private Set<String> roles(BuiltInTemplate template) {
        return catalogue.idsOf(template.templateNames());
    }

    /** The partner's own templates with their roles, by two statements for any number of them. */
    List<TemplateView> own(Actor actor) {
        RoleTemplateRules.see(actor).ifPresent(RoleTemplateService::refuse);
        Map<UUID, Set<String>> roles = templates.roles(actor.tenant()).stream()
                .collect(Collectors.groupingBy(
                        RoleTemplateRepository.RoleRow::template,
                        Collectors.mapping(RoleTemplateRepository.RoleRow::role, Collectors.toSet())));
        return templates.rows(actor.tenant()).stream()
                .map(row -> new TemplateView(
                        row.id(), row.name(), row.createdBy(), row.createdAt(), roles.getOrDefault(row.id(), Set.of())))
                .toList();
    }

    /** One of the partner's own templates, for somebody who may change it. */
    TemplateView toChange(Actor actor, UUID id) {
        TemplateView template = find(actor, id).view();
        RoleTemplateRules.manage(actor).ifPresent(RoleTemplateService::refuse);
        return template;
    }

    /** Whether the person may add a template now, or why not. */
    Optional<RoleTemplateRefusal> mayCreate(Actor actor) {
        return RoleTemplateRules.create(actor, templates.count(actor.tenant()));
    }

    /** Everything that is wrong with the draft of a template, for the form to show. */
    List<RoleTemplateRefusal> check(Actor actor, UUID id, TemplateDraft draft) {
        boolean taken = templates.isNameTaken(actor.tenant(), draft.nameKey(), id);
        return RoleTemplateRules.draft(draft, taken, catalogue::find).toList();
    }

    /** Whether the form has made that very template, as the second click of two finds it; another one is refused. */
    boolean isCreated(Actor actor, UUID id, TemplateDraft draft) {
        Optional<RoleTemplate> first = templates.ofPartner(actor.tenant(), id);
        if (first.filter(template -> !template.content().equals(draft)).isPresent()) {
            throw new SentBeforeException("/partner/role-templates");
        }
        return first.isPresent();
    }

    @Transactional
    void create(Actor actor, UUID wanted, TemplateDraft draft) {
        lock(actor);
        if (isCreated(actor, wanted, draft)) {
            return; // the second click of two
        }
        mayCreate(actor).ifPresent(RoleTemplateService::refuse);
        Instant now = clock.instant();
        UUID id = Ids.isFresh(wanted, now) ? wanted : Ids.next();
        check(actor, id, draft).stream().findFirst().ifPresent(RoleTemplateService::refuse);
        templates.save(new RoleTemplate(id, draft, actor, templates.count(actor.tenant()), now));
        events.publishEvent(new RoleTemplateEvent.Created(now, actor.who(), actor.tenant(), id, draft));
    }

    /** Whoever holds the partner's lock counts and names its templates alone. */
    private void lock(Actor actor) {
        RoleTemplateRules.manage(actor).ifPresent(RoleTemplateService::refuse);
        tenants.lockPartner(actor.tenant());
    }

    @Transactional
    void change(Actor actor, UUID id, TemplateDraft draft) {
        lock(actor);
        RoleTemplate template = templates
                .lock(actor.tenant(), id)
                .filter(there -> !there.isDeleted())
                .orElseThrow(NotFoundException::new);
        check(actor, id, draft).stream().findFirst().ifPresent(RoleTemplateService::refuse);
        TemplateDraft before = template.content();
        template.change(draft, actor);
        if (!before.equals(draft)) { // the second click of two changes nothing
            events.publishEvent(
                    new RoleTemplateEvent.Changed(clock.instant(), actor.who(), actor.tenant(), id, draft, before));
        }
    }

    @Transactional
    void delete(Actor actor, UUID id) {
        RoleTemplate template = templates.lock(actor.tenant(), id).orElseThrow(NotFoundException::new);
        RoleTemplateRules.manage(actor).ifPresent(RoleTemplateService::refuse);
        if (template.isDeleted()) {
            return; // gone is gone
        }
        Instant now = clock.instant();
        TemplateDraft before = template.content();
        template.delete(actor, now);
        events.publishEvent(new RoleTemplateEvent.Deleted(now, actor.who(), actor.tenant(), id, before));
    }

    private RoleTemplate find(Actor actor, UUID id) {
        return templates.ofPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
    }

    private static void refuse(RoleTemplateRefusal refusal) {
        throw new RefusedException(refusal);
    }
}
