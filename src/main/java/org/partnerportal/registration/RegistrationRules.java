package org.partnerportal.registration;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.partnerportal.shared.EmailAddress;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.PlainText;

/** What an organisation must tell to register, and how long its code is good. */
final class RegistrationRules {

    static final int MOST_TRIES = 5;
    static final int SHORTEST_PASSWORD = 8;
    static final int LONGEST_PASSWORD = 200;
    static final int LONGEST_NAME = 120;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** Where anybody can have an address, an address proves nothing about an organisation. */
    private static final Set<String> MAIL_PROVIDERS = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "outlook.jp",
            "hotmail.com",
            "hotmail.co.jp",
            "live.com",
            "live.jp",
            "msn.com",
            "yahoo.com",
            "yahoo.co.jp",
            "ymail.ne.jp",
            "icloud.com",
            "me.com",
            "mac.com",
            "aol.com",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "mail.com",
            "mail.ru",
            "qq.com",
            "163.com",
            "proton.me",
            "protonmail.com",
            "docomo.ne.jp",
            "ezweb.ne.jp",
            "au.com",
            "softbank.ne.jp",
            "i.softbank.jp",
            "nifty.com",
            "biglobe.ne.jp");

    private RegistrationRules() {}

    /**
     * Asks whether the form is whole.
     *
     * @param commonPasswords passwords that everybody tries first, in lower case
     * @return everything that is wrong, one refusal for each
     */
    static Stream<RegistrationRefusal> register(NewOrganisation form, Set<String> commonPasswords) {
        return Stream.of(
                        unless(isName(form.organisation()), RegistrationRefusal.ORGANISATION_MALFORMED),
                        unless(COUNTRIES.contains(form.country()), RegistrationRefusal.COUNTRY_UNKNOWN),
                        domain(form.domain()),
                        unless(isName(form.name()), RegistrationRefusal.NAME_MALFORMED),
                        email(form),
                        unless(Languages.CODES.contains(form.language()), RegistrationRefusal.LANGUAGE_UNKNOWN),
                        password(form.password(), commonPasswords))
                .flatMap(Optional::stream);
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && PlainText.isOneLine(text) && PlainText.isVisible(text);
    }

    private static Optional<RegistrationRefusal> domain(String domain) {
        if (!EmailAddress.isDomain(domain)) {
            return Optional.of(RegistrationRefusal.DOMAIN_MALFORMED);
        }
        return unless(!MAIL_PROVIDERS.contains(domain), RegistrationRefusal.DOMAIN_OF_A_MAIL_PROVIDER);
    }

    /** The address proves the domain only when it is in that very domain: whoever has one under co.jp does not own co.jp. */
    private static Optional<RegistrationRefusal> email(NewOrganisation form) {
        if (!EmailAddress.isWellFormed(form.email())) {
            return Optional.of(RegistrationRefusal.EMAIL_MALFORMED);
        }
        return unless(form.email().endsWith("@" + form.domain()), RegistrationRefusal.EMAIL_NOT_IN_DOMAIN);
    }

    private static Optional<RegistrationRefusal> password(String password, Set<String> commonPasswords) {
        if (password.length() < SHORTEST_PASSWORD) {
            return Optional.of(RegistrationRefusal.PASSWORD_TOO_SHORT);
        }
        if (password.length() > LONGEST_PASSWORD) {
            return Optional.of(RegistrationRefusal.PASSWORD_TOO_LONG);
        }
        return unless(
                !commonPasswords.contains(password.toLowerCase(Locale.ROOT)), RegistrationRefusal.PASSWORD_COMMON);
    }

    /** Asks whether the code may still be tried: 10 minutes, 5 tries, once. */
    static Optional<RegistrationRefusal> tryCode(Registration registration, Instant now) {
        boolean alive = !registration.isConfirmed()
                && now.isBefore(registration.expiresAt())
                && registration.tries() < MOST_TRIES;
        return unless(alive, RegistrationRefusal.CODE_DEAD);
    }

    private static Optional<RegistrationRefusal> unless(boolean fine, RegistrationRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
