package org.partnerportal.listing;

import java.util.Locale;

/** A language in which a partner serves customers, by its ISO 639 code. */
public enum SpokenLanguage {
    /** Arabic. */
    AR,
    /** German. */
    DE,
    /** English. */
    EN,
    /** Spanish. */
    ES,
    /** French. */
    FR,
    /** Hindi. */
    HI,
    /** Indonesian. */
    ID,
    /** Italian. */
    IT,
    /** Japanese. */
    JA,
    /** Korean. */
    KO,
    /** Dutch. */
    NL,
    /** Polish. */
    PL,
    /** Portuguese. */
    PT,
    /** Swedish. */
    SV,
    /** Thai. */
    TH,
    /** Turkish. */
    TR,
    /** Ukrainian. */
    UK,
    /** Vietnamese. */
    VI,
    /** Chinese. */
    ZH;

    /** Its name in a reader's language. */
    public String label(Locale reader) {
        return Locale.forLanguageTag(name().toLowerCase(Locale.ROOT)).getDisplayLanguage(reader);
    }
}
