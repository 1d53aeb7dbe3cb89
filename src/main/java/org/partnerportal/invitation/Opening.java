package org.partnerportal.invitation;

import java.util.UUID;

/** Where a mailed link leads a signed-in person. */
sealed interface Opening {

    /** No invitation has that link, or no longer. */
    record Unknown() implements Opening {}

    /** The invitation is for somebody else. */
    record WrongAccount(String maskedEmail) implements Opening {}

    /** The invitation is for this person. */
    record Here(UUID invitation) implements Opening {}
}
