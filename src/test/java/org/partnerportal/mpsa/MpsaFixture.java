package org.partnerportal.mpsa;

import java.util.UUID;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.boot.test.context.TestComponent;

/** Makes MPSA partners, and lets two of them see each other's purchases. */
@TestComponent
public class MpsaFixture {

    private final MpsaService consents;
    private final InvitationFixture invitations;
    private final TenantFixture tenants;

    MpsaFixture(MpsaService consents, InvitationFixture invitations, TenantFixture tenants) {
        this.consents = consents;
        this.invitations = invitations;
        this.tenants = tenants;
    }

    /** An MPSA partner of the customer. */
    public Actor partner(Actor customer) {
        Actor partner = tenants.partner();
        invitations.relationship(partner, customer, PartnerType.MPSA);
        return partner;
    }

    static MpsaForm form(Actor one, Actor other) {
        return new MpsaForm(one.tenant().toString(), other.tenant().toString());
    }

    /** Lets each of the two see what the other sold. */
    public UUID allow(Actor customer, Actor one, Actor other) {
        consents.allow(customer, form(one, other));
        return consents.overview(customer, MpsaFilter.ALL).pairs().stream()
                .filter(pair ->
                        pair.first().equals(one.tenant()) || pair.second().equals(one.tenant()))
                .filter(pair ->
                        pair.first().equals(other.tenant()) || pair.second().equals(other.tenant()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
