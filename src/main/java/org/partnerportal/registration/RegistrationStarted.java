package org.partnerportal.registration;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody wants to register an organisation; a mail to the address proves that it is theirs.
 *
 * @param registration the registration
 * @param email the address
 * @param name the person's name
 * @param language the language of the mail
 * @param organisation the organisation's name
 * @param code the code to mail, or an empty text when the address has an account already, which only its owner is told
 * @param goodUntil until when the code is good
 */
public record RegistrationStarted(
        UUID registration,
        String email,
        String name,
        String language,
        String organisation,
        String code,
        Instant goodUntil) {

    @Override
    public String toString() {
        return "RegistrationStarted[" + registration + "]"; // never the code
    }
}
