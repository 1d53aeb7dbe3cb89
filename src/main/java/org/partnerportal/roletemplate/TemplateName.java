package org.partnerportal.roletemplate;

import java.util.UUID;

/** A partner's own template to choose by its name. */
public record TemplateName(UUID id, String name) {}
