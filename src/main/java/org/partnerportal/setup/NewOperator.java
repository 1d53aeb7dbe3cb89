package org.partnerportal.setup;

import java.util.Locale;

/**
 * Who will run the portal.
 *
 * @param organisation the name of the operator's organisation
 * @param country its ISO 3166 country code
 * @param domain its domain name
 * @param name the operator's name
 * @param email the address to sign in with
 * @param language the language that the operator reads, en or ja
 * @param password the password to be
 */
record NewOperator(
        String organisation,
        String country,
        String domain,
        String name,
        String email,
        String language,
        String password) {

    NewOperator {
        organisation = organisation.strip();
        domain = domain.strip().toLowerCase(Locale.ROOT);
        name = name.strip();
        email = email.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "NewOperator[" + domain + "]"; // never the password
    }
}
