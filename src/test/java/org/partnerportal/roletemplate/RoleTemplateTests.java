package org.partnerportal.roletemplate;

import org.partnerportal.PortalTest;

/** A partner's own templates on the embedded database. */
@PortalTest
class RoleTemplateTests extends StoredRoleTemplates {}
