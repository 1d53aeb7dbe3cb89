package org.partnerportal.shared;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The languages that the portal speaks, all of them equally well. */
public final class Languages {

    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.JAPANESE);

    public static final Set<String> CODES = Set.of("en", "ja");

    private Languages() {}
}
