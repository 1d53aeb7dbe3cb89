package org.partnerportal.roletemplate;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A partner's own template, as its pages show it.
 *
 * @param id its id
 * @param name its name
 * @param createdBy the name of the person who made it
 * @param createdAt when
 * @param roles the template ids of its roles, also of those that can no longer be asked for
 */
record TemplateView(UUID id, String name, String createdBy, Instant createdAt, Set<String> roles) {}
