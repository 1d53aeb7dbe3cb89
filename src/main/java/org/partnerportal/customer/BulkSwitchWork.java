package org.partnerportal.customer;

import java.util.Optional;
import java.util.UUID;
import org.partnerportal.batch.BatchLine;
import org.partnerportal.batch.BatchResult;
import org.partnerportal.batch.BatchWork;
import org.partnerportal.relationship.RelationshipRefusal;
import org.partnerportal.relationship.RelationshipRules;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Component;

/** Switches auto-extend of one relationship of a batch; the setting says whether on or off. */
@Component
class BulkSwitchWork implements BatchWork {

    static final String KIND = "auto-extend";
    static final String ON = "on";
    static final String OFF = "off";

    private static final String BETWEEN = " ";

    private final RelationshipService relationships;

    BulkSwitchWork(RelationshipService relationships) {
        this.relationships = relationships;
    }

    static BatchLine line(int number, UUID relationship, TenantId customer) {
        return BatchLine.waiting(number, relationship + BETWEEN + customer);
    }

    static UUID relationship(BatchLine line) {
        return UUID.fromString(line.payload().split(BETWEEN)[0]);
    }

    private static TenantId customer(BatchLine line) {
        return new TenantId(UUID.fromString(line.payload().split(BETWEEN)[1]));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page() {
        return "/partner/customers/auto-extend";
    }

    @Override
    public String title(String setting) {
        return "customer.bulk." + setting + ".done";
    }

    @Override
    public Optional<RelationshipRefusal> may(Actor actor) {
        return RelationshipRules.manageCustomers(actor);
    }

    @Override
    public BatchResult work(Actor actor, UUID batch, String setting, BatchLine line) {
        UUID id = relationship(line);
        boolean changed = relationships.switchAutoExtendAsPartner(actor, customer(line), id, setting.equals(ON));
        return changed ? BatchResult.done(id) : BatchResult.already(id);
    }
}
