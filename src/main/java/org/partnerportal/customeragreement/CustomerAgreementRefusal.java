package org.partnerportal.customeragreement;

import org.partnerportal.shared.Refusal;

/** Why a partner does not buy for a customer, or does not ask it to accept the agreement. */
public enum CustomerAgreementRefusal implements Refusal {
    /** Only admin agents and sales agents buy, and ask. */
    NEEDS_ADMIN_OR_SALES_AGENT(Kind.NOT_ALLOWED),
    /** No relationship of a type that sells is in force. */
    NEEDS_RESELLER(Kind.CONFLICT),
    /** The customer has not accepted the version in force. */
    AGREEMENT_NOT_ACCEPTED(Kind.CONFLICT),
    /** The customer has accepted it, so there is nothing to ask for. */
    ALREADY_ACCEPTED(Kind.CONFLICT),
    /** No relationship with the customer is in force. */
    NO_RELATIONSHIP(Kind.CONFLICT),
    /** The partner has asked within the last day. */
    ASKED_TODAY(Kind.CONFLICT);

    private final Kind kind;

    CustomerAgreementRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
