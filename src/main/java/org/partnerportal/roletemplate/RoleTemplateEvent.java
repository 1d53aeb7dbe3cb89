package org.partnerportal.roletemplate;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to a partner's own role template; no customer takes part. */
sealed interface RoleTemplateEvent extends TrailEvent {

    TemplateDraft content();

    @Override
    default String kind() {
        return "RoleTemplate" + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId customer() {
        return null;
    }

    @Override
    default Map<String, String> details() {
        return Map.of(
                "template", content().name(), "templateRoles", joined(content().roles()));
    }

    private static String joined(Set<String> roles) {
        return String.join(",", new TreeSet<>(roles));
    }

    /** The partner kept a new one. */
    record Created(Instant at, Who who, TenantId partner, UUID subject, TemplateDraft content)
            implements RoleTemplateEvent {}

    /** The partner gave it another name or other roles. */
    record Changed(Instant at, Who who, TenantId partner, UUID subject, TemplateDraft content, TemplateDraft before)
            implements RoleTemplateEvent {

        @Override
        public Map<String, String> details() {
            Map<String, String> details = new HashMap<>(RoleTemplateEvent.super.details());
            details.put("formerName", before.name().equals(content.name()) ? "" : before.name());
            details.put(
                    "formerRoles",
                    before.roles().equals(content.roles()) ? "" : RoleTemplateEvent.joined(before.roles()));
            return Map.copyOf(details);
        }
    }

    /** The partner threw it away. */
    record Deleted(Instant at, Who who, TenantId partner, UUID subject, TemplateDraft content)
            implements RoleTemplateEvent {}
}
