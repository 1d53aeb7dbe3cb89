package org.partnerportal.application;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;

/**
 * What the form of a new app sends, as typed.
 *
 * @param customer the tenant id of the customer for whom it is
 */
record ApplicationForm(
        @Nullable String id,
        @Nullable String customer,
        @Nullable String name,
        @Nullable String descriptionEn,
        @Nullable String descriptionJa,
        @Nullable String platform) {

    /** What is written in an entry that exists. */
    static ApplicationForm of(ApplicationView entry) {
        return new ApplicationForm(
                entry.id().toString(),
                entry.customer().toString(),
                entry.name(),
                entry.descriptionEn(),
                entry.descriptionJa(),
                entry.platform().name());
    }

    /** The same for an app of that platform, which stays as it is: the packages of its versions run on it. */
    ApplicationForm on(Platform fixed) {
        return new ApplicationForm(id, customer, name, descriptionEn, descriptionJa, fixed.name());
    }

    static ApplicationForm empty(@Nullable String customer) {
        return new ApplicationForm(Ids.next().toString(), customer, "", "", "", "");
    }

    /** The id of the app to be, chosen with the form: sent twice, it is still one app. */
    UUID application() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    Optional<TenantId> customerId() {
        return Parse.uuid(customer).map(TenantId::new);
    }

    String typedName() {
        return Parse.text(name).strip();
    }

    String english() {
        return lines(descriptionEn);
    }

    String japanese() {
        return lines(descriptionJa);
    }

    @Nullable
    Platform chosenPlatform() {
        return Parse.constant(Platform.class, platform).orElse(null);
    }

    Stream<ApplicationRefusal> problems() {
        return ApplicationRules.entry(typedName(), english(), japanese(), chosenPlatform());
    }

    /** Text of several lines as it is kept. */
    static String lines(@Nullable String text) {
        return Parse.text(text).replace("\r\n", "\n").strip();
    }
}
