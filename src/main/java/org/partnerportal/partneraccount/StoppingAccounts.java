package org.partnerportal.partneraccount;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.Stopping;
import org.springframework.stereotype.Component;

/** The accounts of a partner's people that go with a relationship, or lose roles with it. */
@Component
class StoppingAccounts implements Stopping {

    private final PartnerAccountService accounts;

    StoppingAccounts(PartnerAccountService accounts) {
        this.accounts = accounts;
    }

    /** Some accounts, by the names of their people. */
    record Accounts(List<PartnerAccountView> all) implements Named<PartnerAccountView> {

        /** Those that work by any role now, and by none afterwards. */
        public Accounts withRoles() {
            return only(account -> !account.roles().isEmpty());
        }

        /** Those that have this role. */
        public Accounts with(String role) {
            return only(account -> account.roles().contains(role));
        }

        /** Those that are in use. */
        public Accounts active() {
            return only(PartnerAccountView::active);
        }

        private Accounts only(Predicate<PartnerAccountView> condition) {
            return new Accounts(all.stream().filter(condition).toList());
        }
    }

    @Override
    public String template() {
        return "partneraccount/parts";
    }

    @Override
    public Map<UUID, Accounts> of(List<RelationshipView> inForce) {
        Map<UUID, Accounts> stopping = new HashMap<>();
        accounts.list(inForce.stream()
                        .filter(relationship -> relationship.type() == PartnerType.PARTNER)
                        .toList())
                .forEach((relationship, found) -> stopping.put(relationship, new Accounts(byName(found))));
        return stopping;
    }

    private static List<PartnerAccountView> byName(List<PartnerAccountView> found) {
        return found.stream()
                .sorted(Comparator.comparing(PartnerAccountView::name).thenComparing(PartnerAccountView::id))
                .toList();
    }
}
