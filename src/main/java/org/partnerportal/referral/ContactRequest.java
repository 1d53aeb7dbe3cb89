package org.partnerportal.referral;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerportal.listing.Industry;
import org.partnerportal.listing.OrganisationSize;
import org.partnerportal.relationship.PartnerType;

/**
 * What somebody tells a partner who would like to be contacted.
 *
 * @param name who is to be contacted
 * @param email that person's address
 * @param phone that person's telephone number, or an empty text
 * @param organisation what the organisation is called
 * @param country where it is, as an ISO 3166 code
 * @param place the town
 * @param size how many people it has, or null where none was chosen
 * @param industry what it does, or null where none was chosen
 * @param needs what it needs, in up to 4,000 characters
 * @param type the type of relationship that it would like, or null
 * @param typeKnown whether what was chosen as the type is one, or nothing was chosen
 * @param language the language of the answer, en or ja
 */
public record ContactRequest(
        String name,
        String email,
        String phone,
        String organisation,
        String country,
        String place,
        @Nullable OrganisationSize size,
        @Nullable Industry industry,
        String needs,
        @Nullable PartnerType type,
        boolean typeKnown,
        String language) {

    /** Texts as they are meant: without space around them, lines ended alike, the address in lower case. */
    public ContactRequest {
        name = name.strip();
        email = email.strip().toLowerCase(Locale.ROOT);
        phone = phone.strip();
        organisation = organisation.strip();
        place = place.strip();
        needs = needs.replace("\r\n", "\n").strip();
    }

    /** The same from another address: people who are signed in write from their own. */
    ContactRequest from(String address) {
        return new ContactRequest(
                name, address, phone, organisation, country, place, size, industry, needs, type, typeKnown, language);
    }

    /** Everything that it says. */
    List<String> words() {
        return List.of(
                name,
                email,
                phone,
                organisation,
                country,
                place,
                String.valueOf(size),
                String.valueOf(industry),
                needs,
                String.valueOf(type),
                language);
    }

    @Override
    public String toString() {
        return "ContactRequest[…]"; // what people tell a partner is no business of a log
    }
}
