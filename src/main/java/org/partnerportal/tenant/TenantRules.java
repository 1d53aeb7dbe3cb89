package org.partnerportal.tenant;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.partnerportal.shared.EmailAddress;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.PlainText;

/** What an organisation, a person and a password must be, wherever they come in; and what an operator may do with them. */
public final class TenantRules {

    static final int SHORTEST_PASSWORD = 8;

    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_NAME = 120;

    /** As people write one: digits, spaces, and what groups them; a plus in front, an extension behind. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()./-]{4,24}( ?(x|ext\\.?) ?[0-9]{1,6})?");

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

    private TenantRules() {}

    /** Everything that is wrong with an organisation. */
    public static Stream<TenantRefusal> organisation(String name, String country, String domain) {
        return Stream.of(
                        unless(isName(name), TenantRefusal.ORGANISATION_MALFORMED),
                        unless(COUNTRIES.contains(country), TenantRefusal.COUNTRY_UNKNOWN),
                        domain(domain))
                .flatMap(Optional::stream);
    }

    private static Optional<TenantRefusal> domain(String domain) {
        if (!EmailAddress.isDomain(domain)) {
            return Optional.of(TenantRefusal.DOMAIN_MALFORMED);
        }
        return unless(!MAIL_PROVIDERS.contains(domain), TenantRefusal.DOMAIN_OF_A_MAIL_PROVIDER);
    }

    /** Everything that is wrong with how customers would reach a partner. */
    public static Stream<TenantRefusal> profile(String phone, String supportEmail) {
        return Stream.of(
                        unless(isPhone(phone), TenantRefusal.PHONE_MALFORMED),
                        unless(EmailAddress.isWellFormed(supportEmail), TenantRefusal.SUPPORT_EMAIL_MALFORMED))
                .flatMap(Optional::stream);
    }

    /** Whether the text is a telephone number as people write one. */
    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }

    /** Everything that is wrong with a person. */
    public static Stream<TenantRefusal> person(String name, String email, String language) {
        return Stream.of(
                        unless(isName(name), TenantRefusal.NAME_MALFORMED),
                        unless(EmailAddress.isWellFormed(email), TenantRefusal.EMAIL_MALFORMED),
                        unless(Languages.CODES.contains(language), TenantRefusal.LANGUAGE_UNKNOWN))
                .flatMap(Optional::stream);
    }

    private static boolean isName(String text) {
        return PlainText.isLine(text, LONGEST_NAME);
    }

    /**
     * Asks whether a password may be chosen.
     *
     * @param commonPasswords passwords that everybody tries first, in lower case
     */
    public static Optional<TenantRefusal> password(String password, Set<String> commonPasswords) {
        if (password.length() < SHORTEST_PASSWORD) {
            return Optional.of(TenantRefusal.PASSWORD_TOO_SHORT);
        }
        if (password.length() > LONGEST_PASSWORD) {
            return Optional.of(TenantRefusal.PASSWORD_TOO_LONG);
        }
        return unless(!commonPasswords.contains(password.toLowerCase(Locale.ROOT)), TenantRefusal.PASSWORD_COMMON);
    }

    /**
     * Asks whether a person may replace the own password.
     *
     * @param known whether what was typed is the present password
     * @param same whether the new one is the present one
     * @param commonPasswords passwords that everybody tries first, in lower case
     */
    public static Stream<TenantRefusal> changePassword(
            boolean known, boolean same, String password, Set<String> commonPasswords) {
        return Stream.of(
                        unless(known, TenantRefusal.PASSWORD_WRONG),
                        unless(!same, TenantRefusal.PASSWORD_SAME).or(() -> password(password, commonPasswords)))
                .flatMap(Optional::stream);
    }

    /**
     * Asks whether one account may hold these roles: an operator holds no other, so accepts nothing for a customer, and a
     * partner's person holds none, so never counts as one of the organisation's own admins.
     *
     * @param partners whether a partner's person uses the account
     */
    static Optional<TenantRefusal> roles(Set<AdminRole> roles, boolean partners) {
        boolean mixed = roles.contains(AdminRole.OPERATOR) && roles.size() > 1;
        return unless(!mixed, TenantRefusal.OPERATOR_HOLDS_OTHER_ROLE)
                .or(() -> unless(!partners || roles.isEmpty(), TenantRefusal.PARTNERS_ACCOUNT));
    }

    /**
     * Asks whether an organisation may switch on the account of a partner's person.
     *
     * @param active whether it is on
     * @param disabledByTenant whether the organisation itself has switched it off
     */
    static Optional<TenantRefusal> enable(boolean active, boolean disabledByTenant) {
        return unless(active || disabledByTenant, TenantRefusal.DISABLED_BY_OPERATOR);
    }

    /** Asks the same for whoever runs the portal, of any account: what an organisation took away it gives back itself. */
    public static Optional<TenantRefusal> enableAccount(boolean active, boolean disabledByTenant) {
        return unless(active || !disabledByTenant, TenantRefusal.DISABLED_BY_TENANT);
    }

    /** Asks whether the person runs the portal. */
    public static Optional<TenantRefusal> operate(Actor actor) {
        return unless(actor.isOperator(), TenantRefusal.NEEDS_OPERATOR);
    }

    /**
     * Asks whether the person may switch an organisation off.
     *
     * @param operators whether somebody of the organisation runs the portal
     */
    public static Optional<TenantRefusal> disable(Actor actor, boolean operators) {
        return operate(actor).or(() -> unless(!operators, TenantRefusal.OPERATORS_ORGANISATION));
    }

    /**
     * Asks whether the person may invite the first administrator of an organisation.
     *
     * @param active whether the organisation is in use
     * @param administrators how many Global Administrators can sign in
     */
    public static Optional<TenantRefusal> inviteAdministrator(Actor actor, boolean active, long administrators) {
        return operate(actor)
                .or(() -> unless(active, TenantRefusal.ORGANISATION_DISABLED))
                .or(() -> unless(administrators == 0, TenantRefusal.HAS_ADMINISTRATOR));
    }

    /** Asks whether the person may make an organisation a partner. */
    public static Optional<TenantRefusal> makePartner(Actor actor, boolean active, boolean partner) {
        return operate(actor)
                .or(() -> unless(active, TenantRefusal.ORGANISATION_DISABLED))
                .or(() -> unless(!partner, TenantRefusal.ALREADY_PARTNER));
    }

    /** Asks whether the person may switch off an account that holds these roles. */
    public static Optional<TenantRefusal> disableAccount(Actor actor, Set<AdminRole> roles) {
        return operate(actor).or(() -> unless(!roles.contains(AdminRole.OPERATOR), TenantRefusal.OPERATORS_ACCOUNT));
    }

    /**
     * Asks whether the person may have a link mailed by which an account's password is chosen.
     *
     * @param active whether the account is in use
     * @param organisationActive whether its organisation is
     */
    public static Optional<TenantRefusal> sendPasswordLink(Actor actor, boolean active, boolean organisationActive) {
        return operate(actor)
                .or(() -> unless(organisationActive, TenantRefusal.ORGANISATION_DISABLED))
                .or(() -> unless(active, TenantRefusal.ACCOUNT_DISABLED));
    }

    private static Optional<TenantRefusal> unless(boolean fine, TenantRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
