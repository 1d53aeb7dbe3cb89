package org.partnerportal.roletemplate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerportal.PortalTest;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.EntraRoles;
import org.springframework.beans.factory.annotation.Autowired;

/** The built-in role templates hold roles that there are, and never the largest one. */
@PortalTest
class BuiltInTemplateTests {

    @Autowired
    private EntraRoles catalogue;

    @Autowired
    private RoleTemplateService templates;

    @ParameterizedTest
    @EnumSource(BuiltInTemplate.class)
    void everyRoleCanBeAskedFor(BuiltInTemplate template) {
        assertThat(templates.builtIn().get(template))
                .hasSameSizeAs(template.templateNames())
                .allMatch(catalogue::isRequestable)
                .doesNotContain(EntraRole.GLOBAL_ADMINISTRATOR);
    }
}
