package org.partnerportal.onbehalf;

import java.util.List;
import java.util.Set;
import org.partnerportal.relationship.RelationshipView.RoleLoss;
import org.partnerportal.relationship.Stopping;

/**
 * What went without which something can't be done.
 *
 * @param all every time that such roles went, the latest first
 * @param left the template ids of the roles that the person can still use
 */
record Loss(List<RoleLoss> all, Set<String> left) implements Stopping.Named<RoleLoss> {}
