package org.partnerportal.roletemplate;

import org.partnerportal.PostgresTest;

/** A partner's own templates on PostgreSQL. */
@PostgresTest
class RoleTemplatePostgresTests extends StoredRoleTemplates {}
