package org.partnerportal.accessreview;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What people answer in tests. */
final class AccessReviewFixture {

    private AccessReviewFixture() {}

    static Set<GrantKey> keys(AccessReviewView review) {
        return review.grants().stream().map(AccessGrant::key).collect(Collectors.toSet());
    }

    /** The same decision for every row, signed. */
    static AccessReviewAnswers all(AccessReviewView review, Decision decision) {
        return answers(keys(review).stream().collect(Collectors.toMap(key -> key, key -> decision)), keys(review));
    }

    /** All rows kept but those of one role, signed. */
    static AccessReviewAnswers removing(AccessReviewView review, String role) {
        Map<GrantKey, Decision> decisions = new HashMap<>();
        keys(review).forEach(key -> decisions.put(key, key.role().equals(role) ? Decision.REMOVED : Decision.KEPT));
        return answers(decisions, keys(review));
    }

    private static AccessReviewAnswers answers(Map<GrantKey, Decision> decisions, Set<GrantKey> shown) {
        return new AccessReviewAnswers(shown, decisions, "Looked at with IT.", true);
    }
}
