package org.partnerportal.invitation;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.Secrets;
import org.partnerportal.shared.TenantId;

/**
 * What a partner offers.
 *
 * @param email the address that is invited
 * @param customer the customer it is meant for, or null when anybody's organisation may be
 * @param language the language of the mail, en or ja
 * @param type the partner type
 * @param name the relationship's name, at most 50 characters; empty to use the reference
 * @param roles the template ids of the roles asked for
 * @param durationDays days of access, 1 to 730; null where the type has no time limit
 * @param autoExtend whether the end moves by 180 days, again and again
 * @param note a note to the customer, at most 500 characters, one paragraph
 * @param lifeDays days until the link lapses, 1 to 90
 */
public record Offer(
        String email,
        @Nullable TenantId customer,
        String language,
        @Nullable PartnerType type,
        String name,
        Set<String> roles,
        @Nullable Integer durationDays,
        boolean autoExtend,
        String note,
        int lifeDays) {

    static final int LONGEST_NOTE = 500;
    static final int LONGEST_NAME = 50;
    static final int LONGEST_DURATION = 730;
    static final int LONGEST_LIFE = 90;

    public Offer {
        email = email.strip().toLowerCase(Locale.ROOT);
        name = name.strip();
        note = note.strip();
    }

    /**
     * What makes two offers of a partner the same, as a SHA-256: address, type, customer, and the name; where there is no
     * name, what is asked for. Language, note and life time make no other offer.
     */
    public String key(TenantId partner) {
        String asked = name.isEmpty()
                ? "for\n" + String.join(" ", new TreeSet<>(roles)) + "\n" + durationDays + "\n" + autoExtend
                : "as\n" + name;
        return Secrets.sha256(
                String.join("\n", partner.toString(), email, String.valueOf(type), String.valueOf(customer), asked));
    }
}
