package org.partnerportal.mpsa;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.Stopping;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** With whom a partner's pairs end when its relationship does, by three statements. */
@Component
class StoppingPairs implements Stopping {

    private final MpsaRepository consents;
    private final RelationshipService relationships;
    private final TenantService tenants;

    StoppingPairs(MpsaRepository consents, RelationshipService relationships, TenantService tenants) {
        this.consents = consents;
        this.relationships = relationships;
        this.tenants = tenants;
    }

    /** The partner on the other side of a pair that one relationship carries. */
    private record Other(UUID relationship, TenantId partner) {

        static Other of(MpsaConsent consent, TenantId partner) {
            MpsaPair pair = consent.pair();
            return pair.first().equals(partner)
                    ? new Other(consent.state().firstRelationship(), pair.second())
                    : new Other(consent.state().secondRelationship(), pair.first());
        }
    }

    @Override
    public String template() {
        return "mpsa/parts";
    }

    /** The names of the others. */
    @Override
    @Transactional(readOnly = true)
    public Map<UUID, TreeSet<String>> of(List<RelationshipView> inForce) {
        if (inForce.stream().noneMatch(relationship -> relationship.type() == PartnerType.MPSA)) {
            return Map.of();
        }
        TenantId customer = inForce.get(0).customer();
        TenantId partner = inForce.get(0).partner();
        List<RelationshipView> all = relationships.inForce(customer, PartnerType.MPSA);
        List<Other> others = consents.between(customer, partner).stream()
                .filter(consent -> MpsaRules.counts(consent.state(), all))
                .map(consent -> Other.of(consent, partner))
                .toList();
        Map<TenantId, TenantView> names =
                tenants.tenants(others.stream().map(Other::partner).toList());
        return others.stream()
                .collect(Collectors.groupingBy(
                        Other::relationship,
                        Collectors.flatMapping(
                                other -> Stream.ofNullable(names.get(other.partner()))
                                        .map(TenantView::name),
                                Collectors.toCollection(TreeSet::new))));
    }
}
