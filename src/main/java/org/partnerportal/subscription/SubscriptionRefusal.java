package org.partnerportal.subscription;

import org.partnerportal.shared.Refusal;

/** Why a subscription is not bought, changed or canceled. */
public enum SubscriptionRefusal implements Refusal {
    /** Only those who look after the bills see what was bought. */
    NEEDS_BILLING_READER(Kind.NOT_ALLOWED),
    /** The customer's own people need at least Billing Administrator. */
    NEEDS_BILLING_ADMINISTRATOR(Kind.NOT_ALLOWED),
    /** The own organisation has not accepted the agreement in force. */
    AGREEMENT_NOT_ACCEPTED(Kind.CONFLICT),
    /** A domain is for whoever holds both roles. */
    DOMAIN_NEEDS_BOTH_ROLES(Kind.NOT_ALLOWED),
    /** The same, and nobody of the organisation does. */
    NOBODY_MANAGES_DOMAINS(Kind.NOT_ALLOWED),
    /** A domain is nothing that a partner manages for a customer. */
    DOMAIN_NOT_ON_BEHALF(Kind.NOT_ALLOWED),
    /** What a partner sold is changed by that partner. */
    SOLD_BY_PARTNER(Kind.CONFLICT),
    /** The partner that sold it no longer sells to the customer, so that nobody changes it. */
    SELLER_GONE(Kind.CONFLICT),
    /** Software of a vendor is bought and managed by the customer. */
    SOFTWARE_NOT_BY_PARTNER(Kind.NOT_ALLOWED),
    /** The price is another one than the page said. */
    PRICE_CHANGED(Kind.CONFLICT),
    /** The term is over. */
    ENDED(Kind.CONFLICT),
    /** There is one domain in a domain subscription. */
    ONE_DOMAIN(Kind.CONFLICT),
    /** Somebody changed the number after the page was shown. */
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** No term of the product. */
    TERM_MISSING(Kind.INVALID),
    /** No number, or none that can be bought. */
    QUANTITY_INVALID(Kind.INVALID),
    /** People hold more licences than that. */
    QUANTITY_BELOW_ASSIGNED(Kind.INVALID),
    /** No domain name. */
    DOMAIN_INVALID(Kind.INVALID),
    /** Somebody has that domain. */
    DOMAIN_TAKEN(Kind.INVALID);

    private final Kind kind;

    SubscriptionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String field() {
        return switch (this) {
            case TERM_MISSING -> "term";
            case QUANTITY_INVALID, QUANTITY_BELOW_ASSIGNED -> "quantity";
            case DOMAIN_INVALID, DOMAIN_TAKEN -> "domain";
            case NEEDS_BILLING_READER,
                    NEEDS_BILLING_ADMINISTRATOR,
                    AGREEMENT_NOT_ACCEPTED,
                    DOMAIN_NEEDS_BOTH_ROLES,
                    NOBODY_MANAGES_DOMAINS,
                    DOMAIN_NOT_ON_BEHALF,
                    SOLD_BY_PARTNER,
                    SELLER_GONE,
                    SOFTWARE_NOT_BY_PARTNER,
                    PRICE_CHANGED,
                    ENDED,
                    ONE_DOMAIN,
                    CHANGED_MEANWHILE -> "";
        };
    }
}
