package org.partnerportal.registration;

import java.util.Locale;

/**
 * What somebody tells of an organisation and of themselves.
 *
 * @param organisation the organisation's name
 * @param country its ISO 3166 country code
 * @param domain its domain name
 * @param name the person's name
 * @param email the person's address, in the organisation's domain
 * @param language the language that the person reads, en or ja
 * @param password the password to be
 */
record NewOrganisation(
        String organisation,
        String country,
        String domain,
        String name,
        String email,
        String language,
        String password) {

    NewOrganisation {
        organisation = organisation.strip();
        domain = domain.strip().toLowerCase(Locale.ROOT);
        name = name.strip();
        email = email.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "NewOrganisation[" + domain + "]"; // never the password
    }
}
