package org.partnerportal.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.listing.Industry;
import org.partnerportal.listing.ListingFixture;
import org.partnerportal.listing.OrganisationSize;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Origin;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes partners that can be asked, and requests to them, by the same verbs as people do. */
@TestComponent
public class ReferralFixture {

    static final Consent AGREED = new Consent(true, true);

    private final ReferralService referrals;
    private final ReferralInbox inbox;
    private final TenantFixture tenants;
    private final ListingFixture listings;
    private final JdbcTemplate database;

    ReferralFixture(
            ReferralService referrals,
            ReferralInbox inbox,
            TenantFixture tenants,
            ListingFixture listings,
            JdbcTemplate database) {
        this.referrals = referrals;
        this.inbox = inbox;
        this.tenants = tenants;
        this.listings = listings;
        this.database = database;
    }

    /** A whole request from that address. */
    static ContactRequest request(String email) {
        return new ContactRequest(
                "Ann Berg",
                email,
                "+47 2255 0100",
                "Fjord School",
                "NO",
                "Bergen",
                OrganisationSize.SMALL,
                Industry.SCHOOLS,
                "We would like to move our mail.\nBy summer.",
                PartnerType.RESELLER,
                true,
                "en");
    }

    static Origin origin() {
        return new Origin(UUID.randomUUID().toString(), "Test browser"); // limits of one test do not meet another
    }

    /** The admin agent of a new partner that people can find. */
    public Actor partner() {
        Actor partner = tenants.partner();
        listings.publish(partner, ListingFixture.content("Fjord Cloud"));
        return partner;
    }

    /** A request of somebody who is signed in. */
    public UUID send(Actor partner, Actor sender) {
        return send(partner.tenant(), sender, sender.email());
    }

    /** A request of somebody who is not; the token of the link that was mailed. */
    public String sendUnconfirmed(Actor partner, String email) {
        return link(send(partner.tenant(), null, email));
    }

    /** A request of somebody who is not signed in, and has proven the address. */
    public UUID sendConfirmed(Actor partner, String email) {
        UUID id = send(partner.tenant(), null, email);
        referrals.confirm(link(id));
        return id;
    }

    private UUID send(TenantId partner, @Nullable Actor sender, String email) {
        UUID id = Ids.next();
        referrals.send(partner, id, sender, request(email), AGREED, origin());
        return id;
    }

    private String link(UUID id) {
        return database.queryForObject("select plain from mail where about = ?", String.class, id)
                .replaceAll("(?s).*/contact/(\\S+).*", "$1");
    }

    public void take(Actor agent, UUID id) {
        inbox.assign(agent, id, agent.account(), null);
    }

    public ReferralStatus status(Actor partner, UUID id) {
        return inbox.receivedOne(partner, id).referral().status();
    }
}
