package org.partnerportal.user;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CutCount;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.Person;

/**
 * One page of an organisation's people, by name.
 *
 * @param lines the people
 * @param licenses how many licenses each of them holds, as far as the reader may see that
 * @param count how many match, counted up to {@link CutCount#MOST}
 * @param next the person behind whom the next page begins, or null on the last
 */
record UserList(
        List<Line> lines,
        Map<UUID, Long> licenses,
        long count,
        @Nullable UUID next) implements CutCount {

    /** How many licenses that person holds. */
    public long held(UUID account) {
        return licenses.getOrDefault(account, 0L);
    }

    /**
     * One of the people.
     *
     * @param refusal why the reader cannot reset the password, or null
     * @param rolesChangeable whether the reader can change the admin roles
     */
    record Line(Person person, @Nullable Refusal refusal, boolean rolesChangeable) {}
}
