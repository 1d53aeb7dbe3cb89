package org.partnerportal.partneraccount;

import java.util.List;
import java.util.UUID;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.test.context.TestComponent;

/** Makes accounts for a partner's people. */
@TestComponent
public class PartnerAccountFixture {

    private final PartnerAccountService accounts;
    private final TenantService tenants;

    PartnerAccountFixture(PartnerAccountService accounts, TenantService tenants) {
        this.accounts = accounts;
        this.tenants = tenants;
    }

    /** The address of the accounts of that relationship. */
    public static String page(Actor partner, UUID relationship) {
        return "/settings/partner-relationships/" + partner.tenant() + "/" + relationship + "/accounts";
    }

    /** With both roles of the relationship. */
    public UUID create(Actor customer, Actor partner, UUID relationship) {
        return create(
                customer,
                partner,
                relationship,
                InvitationFixture.USER_ADMINISTRATOR,
                InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR);
    }

    public UUID create(Actor customer, Actor partner, UUID relationship, String... roles) {
        UUID id = Ids.next();
        String email = "kim" + UUID.randomUUID() + "@partner.example";
        var form = new PartnerAccountForm(id.toString(), "Kim Ito", email, "en", List.of(roles));
        if (!accounts.create(customer, partner.tenant(), relationship, form).isEmpty()) {
            throw new IllegalArgumentException("The form has errors");
        }
        return id;
    }

    public void disable(Actor customer, Actor partner, UUID relationship, UUID id) {
        accounts.disable(customer, partner.tenant(), relationship, id);
    }

    /** The person, signed in with the account. */
    public Actor person(Actor customer, Actor partner, UUID relationship, UUID id) {
        var view = accounts.one(accounts.relationship(customer, partner.tenant(), relationship), id);
        return tenants.actor(view.account()).orElseThrow();
    }
}
