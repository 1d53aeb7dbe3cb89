package org.partnerportal.registration;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an organisation must tell to register, and how long its code is good. */
final class RegistrationRules {

    static final int MOST_TRIES = 5;
    static final int SHORTEST_PASSWORD = 8;
    static final int LONGEST_PASSWORD = 200;
    static final int LONGEST_NAME = 120;
    static final Set<String> LANGUAGES = Set.of("en", "ja");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST_DOMAIN = 253;
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]");
    private static final Pattern LOCAL_PART = Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");

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
                        unless(isDomain(form.domain()), RegistrationRefusal.DOMAIN_MALFORMED),
                        unless(isName(form.name()), RegistrationRefusal.NAME_MALFORMED),
                        email(form),
                        unless(LANGUAGES.contains(form.language()), RegistrationRefusal.LANGUAGE_UNKNOWN),
                        password(form.password(), commonPasswords))
                .flatMap(Optional::stream);
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isDomain(String text) {
        return text.length() <= LONGEST_DOMAIN && DOMAIN.matcher(text).matches();
    }

    private static Optional<RegistrationRefusal> email(NewOrganisation form) {
        String email = form.email();
        int at = email.lastIndexOf('@');
        boolean wellFormed = at > 0
                && LOCAL_PART.matcher(email.substring(0, at)).matches()
                && isDomain(email.substring(at + 1));
        if (!wellFormed) {
            return Optional.of(RegistrationRefusal.EMAIL_MALFORMED);
        }
        String host = email.substring(at + 1);
        boolean inside = host.equals(form.domain()) || host.endsWith("." + form.domain());
        return unless(inside, RegistrationRefusal.EMAIL_NOT_IN_DOMAIN);
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
