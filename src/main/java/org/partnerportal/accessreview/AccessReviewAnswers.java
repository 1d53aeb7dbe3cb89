package org.partnerportal.accessreview;

import java.util.Map;
import java.util.Set;

/**
 * What a person decided on a review's page.
 *
 * @param shown the roles that the page showed
 * @param decisions what was chosen; nothing for a role without a choice
 * @param note a note for the whole review
 * @param signed whether the person signed it
 */
record AccessReviewAnswers(Set<GrantKey> shown, Map<GrantKey, Decision> decisions, String note, boolean signed) {}
