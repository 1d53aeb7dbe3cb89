package org.partnerportal.operator;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;

/** What the form "Create an organisation" sends: the organisation, and its first administrator. */
record TenantForm(
        @Nullable String id,
        @Nullable String organisation,
        @Nullable String country,
        @Nullable String domain,
        @Nullable String partner,
        @Nullable String phone,
        @Nullable String supportEmail,
        @Nullable String name,
        @Nullable String email,
        @Nullable String language) {

    static TenantForm empty(String country, String language) {
        return new TenantForm(Ids.next().toString(), "", country, "", null, "", "", "", "", language);
    }

    /** The id of the organisation to be, chosen with the form: sent twice, it is still one organisation. */
    UUID tenant() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    String organisationName() {
        return Parse.text(organisation).strip();
    }

    String countryCode() {
        return Parse.text(country);
    }

    String domainName() {
        return Parse.text(domain).strip().toLowerCase(Locale.ROOT);
    }

    public boolean isPartner() {
        return partner != null;
    }

    ProfileForm profile() {
        return new ProfileForm(phone, supportEmail);
    }

    AdministratorForm administrator() {
        return new AdministratorForm(null, name, email, language);
    }
}
