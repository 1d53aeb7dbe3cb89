package org.partnerportal.roletemplate;

import java.util.Set;
import java.util.UUID;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.springframework.boot.test.context.TestComponent;

/** Keeps role templates for tests. */
@TestComponent
public class RoleTemplateFixture {

    public static final String LICENSE_ADMINISTRATOR = "4d6ac14f-3453-41d0-bef9-a3e0c569773a";
    public static final String SERVICE_SUPPORT_ADMINISTRATOR = "f023fd81-a637-4b56-95fd-791ac0226033";
    public static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";
    /** A role that the catalogue knows and that no new offer may ask for. */
    public static final String PARTNER_TIER1_SUPPORT = "4ba39ca4-527c-499a-b93d-d9b492c50246";

    private final RoleTemplateService templates;

    RoleTemplateFixture(RoleTemplateService templates) {
        this.templates = templates;
    }

    /** A template with two roles. */
    public UUID create(Actor partner, String name) {
        UUID id = Ids.next();
        templates.create(
                partner, id, new TemplateDraft(name, Set.of(LICENSE_ADMINISTRATOR, SERVICE_SUPPORT_ADMINISTRATOR)));
        return id;
    }
}
