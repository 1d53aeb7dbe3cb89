package org.partnerportal.listing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.boot.test.context.TestComponent;

/** Makes listings for tests, by the same verbs as people do. */
@TestComponent
public class ListingFixture {

    private final ListingService listings;
    private final TenantFixture tenants;
    private @Nullable Actor operator;

    ListingFixture(ListingService listings, TenantFixture tenants) {
        this.listings = listings;
        this.tenants = tenants;
    }

    /** A complete text in English only. */
    public static ListingContent content(String name) {
        return new ListingContent(
                new ListingText(
                        name,
                        "",
                        "Moves schools to the cloud.",
                        "We move mail and files.\n\nSince 2009.",
                        "Oslo",
                        "Sales team"),
                ListingText.NONE,
                Set.of(ServiceKind.MIGRATION, ServiceKind.SUPPORT),
                Set.of(Industry.SCHOOLS),
                Set.of(OrganisationSize.SMALL, OrganisationSize.MEDIUM),
                Set.of(SpokenLanguage.EN),
                Set.of("NO", "SE"),
                Set.of(PartnerType.GDAP, PartnerType.RESELLER),
                Set.of(Competency.MODERN_WORK),
                "+47 2255 0100",
                "sales@partner.example",
                "https://partner.example/en");
    }

    /** Lists the partner with that text, approved by an operator. */
    public void publish(Actor partner, ListingContent content) {
        submit(partner, content);
        listings.approve(operator(), partner.tenant(), revision(partner));
    }

    /** Always the same one, since each operator more is one more to be mailed whenever something is submitted. */
    private synchronized Actor operator() {
        if (operator == null) {
            operator = tenants.operator();
        }
        return operator;
    }

    /** Hides the listing, as the partner does. */
    public void hide(Actor partner) {
        listings.hide(partner);
    }

    /** Takes the listing out of the directory, as an operator does. */
    public void block(Actor partner) {
        listings.block(operator(), partner.tenant(), "Not yours");
    }

    /** Hands that text to the operator. */
    public void submit(Actor partner, ListingContent content) {
        keep(partner, content);
        listings.submit(partner, revision(partner));
    }

    /** Keeps that text as the partner's draft. */
    public void keep(Actor partner, ListingContent content) {
        listings.keep(partner, revision(partner), content);
    }

    /** The state of the draft that a page would show. */
    public long revision(Actor partner) {
        return listings.own(partner).revision();
    }
}
