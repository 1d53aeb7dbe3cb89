package org.partnerportal.roletemplate;

import java.util.Set;

/**
 * A template that fills an offer.
 *
 * @param id how the address names it: the constant of a built-in one, or the id of one of the partner's own
 * @param roles the template ids of its roles that can be asked for
 * @param dropped those of its roles that can no longer be asked for
 */
public record UsedTemplate(String id, Set<String> roles, Set<String> dropped) {}
