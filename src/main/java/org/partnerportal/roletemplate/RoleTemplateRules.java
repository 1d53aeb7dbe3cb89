package org.partnerportal.roletemplate;

import static org.partnerportal.tenant.AdminRole.ADMIN_AGENT;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.shared.PlainText;
import org.partnerportal.tenant.Actor;

/** Who may see and change a partner's role templates, and what they may hold. */
final class RoleTemplateRules {

    /** As many as a person can still find their way in. */
    static final int MOST = 100;

    private RoleTemplateRules() {}

    /** Asks whether the person may see the templates of the own organisation. */
    static Optional<RoleTemplateRefusal> see(Actor actor) {
        return unless(actor.isAgent(), RoleTemplateRefusal.NEEDS_AGENT);
    }

    /** Asks whether the person may change and delete them. */
    static Optional<RoleTemplateRefusal> manage(Actor actor) {
        return see(actor).or(() -> unless(actor.holds(ADMIN_AGENT), RoleTemplateRefusal.NEEDS_ADMIN_AGENT));
    }

    /** Asks whether the person may add one to those that there are. */
    static Optional<RoleTemplateRefusal> create(Actor actor, long templates) {
        return manage(actor).or(() -> unless(templates < MOST, RoleTemplateRefusal.TOO_MANY));
    }

    /**
     * Asks whether a template may hold this.
     *
     * @param nameTaken whether another template of the partner has that name
     * @param catalogue the role with a template id, if there is one
     * @return everything that is wrong, one refusal for each field
     */
    static Stream<RoleTemplateRefusal> draft(
            TemplateDraft draft, boolean nameTaken, Function<String, Optional<EntraRole>> catalogue) {
        return Stream.of(name(draft.name(), nameTaken), roles(draft, catalogue)).flatMap(Optional::stream);
    }

    private static Optional<RoleTemplateRefusal> name(String name, boolean taken) {
        if (name.isEmpty()) {
            return Optional.of(RoleTemplateRefusal.NAME_MISSING);
        }
        if (name.length() > TemplateDraft.LONGEST_NAME) {
            return Optional.of(RoleTemplateRefusal.NAME_TOO_LONG);
        }
        if (!PlainText.isOneLine(name) || !PlainText.isVisible(name)) {
            return Optional.of(RoleTemplateRefusal.NAME_MALFORMED);
        }
        return unless(!taken, RoleTemplateRefusal.NAME_TAKEN);
    }

    private static Optional<RoleTemplateRefusal> roles(
            TemplateDraft draft, Function<String, Optional<EntraRole>> catalogue) {
        if (draft.roles().isEmpty()) {
            return Optional.of(RoleTemplateRefusal.ROLES_MISSING);
        }
        if (!draft.roles().stream().allMatch(id -> catalogue.apply(id).isPresent())) {
            return Optional.of(RoleTemplateRefusal.ROLE_UNKNOWN);
        }
        boolean requestable = draft.roles().stream()
                .allMatch(
                        id -> catalogue.apply(id).filter(EntraRole::requestable).isPresent());
        return unless(requestable, RoleTemplateRefusal.ROLE_DEPRECATED);
    }

    private static Optional<RoleTemplateRefusal> unless(boolean fine, RoleTemplateRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
