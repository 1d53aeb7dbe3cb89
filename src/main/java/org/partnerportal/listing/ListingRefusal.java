package org.partnerportal.listing;

import org.partnerportal.shared.Refusal;

/** Why a listing is not kept, submitted, approved, hidden or shown. */
public enum ListingRefusal implements Refusal {
    /** Only the partner's admin agents write it. */
    NEEDS_ADMIN_AGENT(Kind.NOT_ALLOWED, ""),
    /** Neither language is written. */
    TEXT_MISSING(Kind.INVALID, "enName"),
    /** A name is missing where the language is written. */
    NAME_MISSING(Kind.INVALID, "Name"),
    /** A name is too long or not one visible line. */
    NAME_MALFORMED(Kind.INVALID, "Name"),
    /** The reading is too long or not kana. */
    READING_MALFORMED(Kind.INVALID, "jaReading"),
    /** The sentence is missing where the language is written. */
    SUMMARY_MISSING(Kind.INVALID, "Summary"),
    /** The sentence is too long or not one visible line. */
    SUMMARY_MALFORMED(Kind.INVALID, "Summary"),
    /** The text is missing where the language is written. */
    ABOUT_MISSING(Kind.INVALID, "About"),
    /** The text is too long, or holds signs that cannot be seen. */
    ABOUT_MALFORMED(Kind.INVALID, "About"),
    /** The cities are too long or not one line. */
    CITIES_MALFORMED(Kind.INVALID, "Cities"),
    /** No service is chosen. */
    SERVICES_MISSING(Kind.INVALID, "services"),
    /** No size of organisation is chosen. */
    SIZES_MISSING(Kind.INVALID, "sizes"),
    /** No language is chosen. */
    LANGUAGES_MISSING(Kind.INVALID, "languages"),
    /** No country is chosen. */
    COUNTRIES_MISSING(Kind.INVALID, "countries"),
    /** A code names no country or region. */
    COUNTRY_UNKNOWN(Kind.INVALID, "countries"),
    /** No type of relationship is chosen. */
    TYPES_MISSING(Kind.INVALID, "types"),
    /** Nobody is named as the contact where the language is written. */
    CONTACT_MISSING(Kind.INVALID, "Contact"),
    /** The contact is too long or not one visible line. */
    CONTACT_MALFORMED(Kind.INVALID, "Contact"),
    /** The telephone number is missing. */
    PHONE_MISSING(Kind.INVALID, "phone"),
    /** The telephone number is none. */
    PHONE_MALFORMED(Kind.INVALID, "phone"),
    /** The mail address is missing. */
    EMAIL_MISSING(Kind.INVALID, "email"),
    /** The mail address is none. */
    EMAIL_MALFORMED(Kind.INVALID, "email"),
    /** The web site is no https address. */
    WEBSITE_MALFORMED(Kind.INVALID, "website"),
    /** Somebody changed the text after the page was shown. */
    CHANGED_MEANWHILE(Kind.CONFLICT, ""),
    /** There is no text that could be submitted. */
    NOTHING_TO_SUBMIT(Kind.CONFLICT, ""),
    /** No text waits for the operator. */
    NOTHING_SUBMITTED(Kind.CONFLICT, ""),
    /** What is wrong is not said, too long, or holds signs that cannot be seen. */
    REASON_MALFORMED(Kind.INVALID, "reason"),
    /** Nothing was approved yet, so there is nothing to hide or show. */
    NOT_PUBLISHED(Kind.CONFLICT, ""),
    /** The organisation is switched off. */
    ORGANISATION_DISABLED(Kind.CONFLICT, "");

    private final Kind kind;
    private final String field;

    ListingRefusal(Kind kind, String field) {
        this.kind = kind;
        this.field = field;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** Whether something is left open that a draft may leave open. */
    boolean isGap() {
        return name().endsWith("_MISSING");
    }

    /** The form field; for a text, the field's name behind the language. */
    @Override
    public String field() {
        return field;
    }
}
