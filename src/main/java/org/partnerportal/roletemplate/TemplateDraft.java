package org.partnerportal.roletemplate;

import java.util.Locale;
import java.util.Set;

/**
 * What a role template is to hold.
 *
 * @param name at most 60 characters, one line
 * @param roles the template ids of its roles
 */
record TemplateDraft(String name, Set<String> roles) {

    static final int LONGEST_NAME = 60;

    TemplateDraft {
        name = name.strip();
        roles = Set.copyOf(roles);
    }

    /** What makes two names the same: capitals do not tell them apart. */
    String nameKey() {
        return name.toLowerCase(Locale.ROOT);
    }
}
