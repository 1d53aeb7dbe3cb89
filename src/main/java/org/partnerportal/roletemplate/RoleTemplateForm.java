package org.partnerportal.roletemplate;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;

/** What the form of a role template sends, as typed. */
record RoleTemplateForm(@Nullable String id, @Nullable String name, Set<String> roles) {

    @SuppressWarnings("NullAway") // binding leaves out what the browser did not send
    RoleTemplateForm {
        roles = Objects.requireNonNullElse(roles, Set.of());
    }

    static RoleTemplateForm empty() {
        return new RoleTemplateForm(Ids.next().toString(), "", Set.of());
    }

    static RoleTemplateForm of(TemplateView template) {
        return new RoleTemplateForm(template.id().toString(), template.name(), template.roles());
    }

    /** The id of the template to be, chosen with the form: sent twice, it is still one template. */
    UUID template() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    TemplateDraft draft() {
        return new TemplateDraft(Objects.requireNonNullElse(name, ""), roles);
    }
}
