package org.partnerportal.contact;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.listing.Industry;
import org.partnerportal.listing.OrganisationSize;
import org.partnerportal.referral.Consent;
import org.partnerportal.referral.ContactRequest;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Country;
import org.partnerportal.tenant.TenantView;

/**
 * What the form "Contact me" sends, as typed.
 *
 * @param stamp when and for whom the form was made
 * @param remarks a field that people do not see and programs fill in
 */
record ContactForm(
        @Nullable String id,
        @Nullable String stamp,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String organisation,
        @Nullable String country,
        @Nullable String place,
        @Nullable String size,
        @Nullable String industry,
        @Nullable String needs,
        @Nullable String type,
        @Nullable String language,
        @Nullable String contactAgreed,
        @Nullable String shareAgreed,
        @Nullable String remarks) {

    /** The form for somebody of whom only the language is known. */
    static ContactForm empty(Locale locale) {
        return filled("", "", "", Country.likely(locale), locale.getLanguage());
    }

    /** The form for somebody who is signed in. */
    static ContactForm of(Actor actor, TenantView organisation, Locale locale) {
        return filled(actor.name(), actor.email(), organisation.name(), organisation.country(), locale.getLanguage());
    }

    private static ContactForm filled(String name, String email, String organisation, String country, String language) {
        return new ContactForm(
                Ids.next().toString(),
                "",
                name,
                email,
                "",
                organisation,
                country,
                "",
                "",
                "",
                "",
                "",
                language,
                null,
                null,
                "");
    }

    /** The id of the request to be, chosen with the form: sent twice, it is still one request. */
    UUID request() {
        return Parse.uuid(id).orElse(Ids.FIRST);
    }

    /** Whether something stands where people write nothing. */
    boolean isFilledByProgram() {
        return !Parse.text(remarks).isEmpty();
    }

    Consent consent() {
        return new Consent(Boolean.parseBoolean(contactAgreed), Boolean.parseBoolean(shareAgreed));
    }

    ContactRequest contactRequest() {
        String chosen = Parse.text(type);
        PartnerType known = Parse.constant(PartnerType.class, chosen).orElse(null);
        return new ContactRequest(
                Parse.text(name),
                Parse.text(email),
                Parse.text(phone),
                Parse.text(organisation),
                Parse.text(country),
                Parse.text(place),
                Parse.constant(OrganisationSize.class, size).orElse(null),
                Parse.constant(Industry.class, industry).orElse(null),
                Parse.text(needs),
                known,
                chosen.isEmpty() || known != null,
                Parse.text(language));
    }

    @Override
    public String toString() {
        return "ContactForm[…]"; // what people tell a partner is no business of a log
    }
}
