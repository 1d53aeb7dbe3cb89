package org.partnerportal.bulkinvitation;

import static org.partnerportal.bulkinvitation.BulkInvitationRules.cell;
import static org.partnerportal.bulkinvitation.Column.plain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnerportal.batch.BatchProblem;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.invitation.InvitationRefusal;
import org.partnerportal.invitation.InvitationService;
import org.partnerportal.invitation.Offer;
import org.partnerportal.invitation.OfferForm;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.roletemplate.BuiltInTemplate;
import org.partnerportal.roletemplate.RoleTemplateService;
import org.partnerportal.roletemplate.UsedTemplate;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Turns rows into offers: names in either language become what the single form sends, and the same rules are asked. A word
 * that names nothing stays as it is, so that its rule refuses it.
 */
@Component
class RowReader {

    private static final String BETWEEN_ROLES = "[;；]";

    private final InvitationService invitations;
    private final RelationshipService relationships;
    private final TenantService tenants;
    private final RoleTemplateService templates;
    private final EntraRoles catalogue;
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> languages = new HashMap<>();
    private final Map<String, String> roles = new HashMap<>();
    private final Map<String, String> builtIn = new HashMap<>();

    RowReader(
            InvitationService invitations,
            RelationshipService relationships,
            TenantService tenants,
            RoleTemplateService templates,
            EntraRoles catalogue,
            MessageSource messages) {
        this.invitations = invitations;
        this.relationships = relationships;
        this.tenants = tenants;
        this.templates = templates;
        this.catalogue = catalogue;
        for (Locale locale : Languages.LOCALES) {
            for (PartnerType type : PartnerType.values()) {
                types.put(plain(messages.getMessage("PartnerType." + type, null, locale)), type.name());
            }
            for (BuiltInTemplate template : BuiltInTemplate.values()) {
                builtIn.put(plain(messages.getMessage("BuiltInTemplate." + template, null, locale)), template.name());
            }
            for (EntraRole role : catalogue.requestable()) {
                roles.put(plain(catalogue.name(role, locale)), role.id());
                roles.put(plain(role.templateName()), role.id());
            }
            for (Locale shown : Languages.LOCALES) {
                languages.put(plain(locale.getDisplayLanguage(shown)), locale.getLanguage());
            }
        }
        for (PartnerType type : PartnerType.values()) {
            types.put(plain(type.name()), type.name());
        }
    }

    /** Reads these rows; what they need of the database is read once for all of them. */
    List<ReadRow> read(Actor actor, List<Map<Column, String>> rows) {
        var some = new Some(actor, rows);
        return rows.stream().map(some::read).toList();
    }

    /** Some rows of one person. */
    private final class Some {

        private final Actor actor;
        private final Map<String, TenantId> named;
        private final Set<TenantId> customers;
        private final Map<String, String> ownTemplates;
        private final Map<String, Set<String>> templateRoles = new HashMap<>();

        private Some(Actor actor, List<Map<Column, String>> rows) {
            this.actor = actor;
            Set<String> names = words(rows, Column.CUSTOMER);
            named = new HashMap<>(tenants.withDomains(names));
            names.forEach(name -> Parse.uuid(name).ifPresent(id -> named.put(name, new TenantId(id))));
            customers = relationships.customersAmong(actor.tenant(), named.values());
            ownTemplates = words(rows, Column.TEMPLATE).isEmpty()
                    ? Map.of()
                    : templates.names(actor).stream()
                            .collect(Collectors.toMap(
                                    template -> plain(template.name()),
                                    template -> template.id().toString(),
                                    (first, second) -> first));
        }

        private static Set<String> words(Collection<Map<Column, String>> rows, Column column) {
            return rows.stream()
                    .map(row -> cell(row, column).toLowerCase(Locale.ROOT))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toSet());
        }

        private ReadRow read(Map<Column, String> cells) {
            Optional<Set<String>> template =
                    cells.containsKey(Column.TEMPLATE) ? rolesOf(cell(cells, Column.TEMPLATE)) : Optional.empty();
            Offer offer = OfferForm.ofRow(
                            cell(cells, Column.MAIL),
                            customer(cell(cells, Column.CUSTOMER)),
                            language(cell(cells, Column.LANGUAGE)),
                            word(types, cell(cells, Column.TYPE)),
                            cell(cells, Column.REFERENCE),
                            template.orElseGet(() -> roles(cell(cells, Column.ROLES))),
                            cell(cells, Column.DAYS),
                            cell(cells, Column.NOTE))
                    .offer();
            boolean unknownTemplate = cells.containsKey(Column.TEMPLATE) && template.isEmpty();
            Stream<BatchProblem> refused = invitations.check(actor, offer, customers::contains).stream()
                    // without the template nobody can say anything about its roles
                    .filter(refusal -> !(unknownTemplate && refusal.field().equals("roles")))
                    .map(refusal -> problem(refusal, cells, offer));
            Stream<BatchProblem> noTemplate = unknownTemplate
                    ? Stream.of(BulkInvitationRules.problem(
                            BulkInvitationRefusal.TEMPLATE_UNKNOWN,
                            Column.TEMPLATE.name(),
                            cell(cells, Column.TEMPLATE)))
                    : Stream.empty();
            return new ReadRow(
                    offer,
                    Stream.of(BulkInvitationRules.row(cells), noTemplate, refused)
                            .flatMap(problems -> problems)
                            .toList());
        }

        private BatchProblem problem(InvitationRefusal refusal, Map<Column, String> cells, Offer offer) {
            String field = BulkInvitationRules.column(refusal.field(), cells);
            String quoted = refusal == InvitationRefusal.ROLE_UNKNOWN
                    ? offer.roles().stream()
                            .filter(role -> !catalogue.isRequestable(role))
                            .map(role ->
                                    catalogue.find(role).map(catalogue::name).orElse(role))
                            .sorted()
                            .collect(Collectors.joining("; "))
                    : field.isEmpty() ? "" : cell(cells, Column.valueOf(field));
            return BulkInvitationRules.problem(refusal, field, quoted);
        }

        /** The tenant's id where it is a domain; what names nobody is passed on and found unknown. */
        private String customer(String cell) {
            TenantId found = named.get(cell.toLowerCase(Locale.ROOT));
            return found == null ? cell : found.toString();
        }

        private String language(String cell) {
            return cell.isEmpty() ? actor.locale().getLanguage() : word(languages, cell);
        }

        private Set<String> roles(String cell) {
            return Stream.of(cell.split(BETWEEN_ROLES))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(name -> word(roles, name))
                    .collect(Collectors.toSet());
        }

        private Optional<Set<String>> rolesOf(String template) {
            String name = plain(template);
            return Optional.ofNullable(ownTemplates.getOrDefault(name, builtIn.get(name)))
                    .map(id -> templateRoles.computeIfAbsent(id, this::use));
        }

        /** Also those that can no longer be asked for: better a refusal than an offer that lacks something. */
        private Set<String> use(String id) {
            UsedTemplate used = templates.use(actor, id);
            Set<String> all = new HashSet<>(used.roles());
            all.addAll(used.dropped());
            return all;
        }
    }

    /** What the word stands for; itself where it stands for nothing. */
    private static String word(Map<String, String> words, String cell) {
        return words.getOrDefault(plain(cell), cell);
    }
}
