package org.partnerportal.publication;

import java.util.List;
import java.util.UUID;
import org.partnerportal.agreement.AgreementBody;
import org.partnerportal.agreement.NewAgreement;

/**
 * A draft as its pages show it.
 *
 * @param revision which of its states this is
 * @param content what it says, as typed
 * @param bodies what it will look like, in each language
 */
record DraftView(UUID id, long revision, NewAgreement content, List<AgreementBody> bodies) {

    public String name() {
        return content.name();
    }
}
