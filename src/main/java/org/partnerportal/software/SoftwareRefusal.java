package org.partnerportal.software;

import org.partnerportal.shared.Refusal;

/** Why a software product is not made, changed, offered or bought. */
public enum SoftwareRefusal implements Refusal {
    /** Products are made and offered by the partner's admin agents. */
    NEEDS_ADMIN_AGENT(Kind.NOT_ALLOWED, ""),
    /** Neither language has anything. */
    LANGUAGE_MISSING(Kind.INVALID, "nameEn"),
    /** The English name is none, or too long, or has signs that cannot be seen. */
    NAME_EN_MALFORMED(Kind.INVALID, "nameEn"),
    /** The same of the Japanese one. */
    NAME_JA_MALFORMED(Kind.INVALID, "nameJa"),
    /** The English description is none, or too long, or has signs that cannot be seen. */
    DESCRIPTION_EN_MALFORMED(Kind.INVALID, "descriptionEn"),
    /** The same of the Japanese one. */
    DESCRIPTION_JA_MALFORMED(Kind.INVALID, "descriptionJa"),
    /** There is no price in any currency. */
    PRICE_MISSING(Kind.INVALID, "monthUsd"),
    /** A price in US dollars is no amount. */
    USD_MALFORMED(Kind.INVALID, "monthUsd"),
    /** A price in euros is no amount. */
    EUR_MALFORMED(Kind.INVALID, "monthEur"),
    /** A price in pounds is no amount. */
    GBP_MALFORMED(Kind.INVALID, "monthGbp"),
    /** A price in yen is no amount. */
    JPY_MALFORMED(Kind.INVALID, "monthJpy"),
    /** The partner has as many products as one can have. */
    TOO_MANY_PRODUCTS(Kind.CONFLICT, ""),
    /** Somebody changed the product after the form was opened. */
    CHANGED_MEANWHILE(Kind.CONFLICT, ""),
    /** It cannot be bought, or no longer. */
    NOT_ON_SALE(Kind.CONFLICT, ""),
    /** No relationship is in force by which the partner offers software to the customer. */
    VENDOR_GONE(Kind.CONFLICT, ""),
    /** It has no price in the customer's currency. */
    NO_PRICE(Kind.CONFLICT, "");

    private final Kind kind;
    private final String field;

    SoftwareRefusal(Kind kind, String field) {
        this.kind = kind;
        this.field = field;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String field() {
        return field;
    }
}
