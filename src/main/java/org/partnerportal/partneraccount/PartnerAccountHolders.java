package org.partnerportal.partneraccount;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerportal.assignment.AccountHolders;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipView;
import org.springframework.stereotype.Component;

/** The accounts of a partner's people as those who can use roles. */
@Component
class PartnerAccountHolders implements AccountHolders {

    private final PartnerAccountService accounts;

    PartnerAccountHolders(PartnerAccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public Map<UUID, List<Holder>> of(List<RelationshipView> inForce) {
        List<RelationshipView> withAccounts = inForce.stream()
                .filter(relationship -> relationship.type() == PartnerType.PARTNER)
                .toList();
        return accounts.list(withAccounts).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        found -> found.getValue().stream()
                                .filter(PartnerAccountView::active)
                                .map(account -> new Holder(account.account(), account.name(), account.roles()))
                                .toList()));
    }
}
