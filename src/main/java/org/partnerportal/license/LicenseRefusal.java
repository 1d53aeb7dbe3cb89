package org.partnerportal.license;

import org.partnerportal.shared.Refusal;

/** Why a person gets no licence. */
enum LicenseRefusal implements Refusal {
    /** A domain is nobody's licence. */
    NO_LICENSES(Kind.CONFLICT),
    /** The subscription is over. */
    SUBSCRIPTION_ENDED(Kind.CONFLICT),
    /** The account is switched off. */
    DISABLED(Kind.CONFLICT),
    /** Every licence that was bought is held by somebody. */
    NONE_LEFT(Kind.CONFLICT);

    private final Kind kind;

    LicenseRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
