package org.partnerportal.invitation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.TenantId;

/** Builds offers for tests: one that keeps every rule, changed only in what the test is about. */
final class OfferBuilder {

    private String email = Invitations.BEN.email();
    private @Nullable TenantId customer;
    private String language = "en";
    private final @Nullable PartnerType type;
    private String name = "";
    private Set<String> roles;
    private @Nullable Integer durationDays;
    private boolean autoExtend;
    private String note = "";
    private int lifeDays = 30;

    private OfferBuilder(@Nullable PartnerType type) {
        this.type = type;
        this.roles = type != null && type.takesRoles() ? Invitations.OFFERED_ROLES : Set.of();
        this.durationDays = type == PartnerType.GDAP ? Invitations.OFFERED_DAYS : null;
    }

    /** An offer of that type, with roles and a duration where the type takes them. */
    static OfferBuilder offer(@Nullable PartnerType type) {
        return new OfferBuilder(type);
    }

    OfferBuilder email(String newEmail) {
        email = newEmail;
        return this;
    }

    OfferBuilder customer(TenantId newCustomer) {
        customer = newCustomer;
        return this;
    }

    OfferBuilder language(String newLanguage) {
        language = newLanguage;
        return this;
    }

    OfferBuilder name(String newName) {
        name = newName;
        return this;
    }

    OfferBuilder roles(String... newRoles) {
        roles = Set.of(newRoles);
        return this;
    }

    OfferBuilder durationDays(@Nullable Integer newDurationDays) {
        durationDays = newDurationDays;
        return this;
    }

    OfferBuilder autoExtend() {
        autoExtend = true;
        return this;
    }

    OfferBuilder note(String newNote) {
        note = newNote;
        return this;
    }

    OfferBuilder lifeDays(int newLifeDays) {
        lifeDays = newLifeDays;
        return this;
    }

    Offer build() {
        return new Offer(email, customer, language, type, name, roles, durationDays, autoExtend, note, lifeDays);
    }

    /** The invitation that Sam sends with this offer. */
    Invitation sent() {
        return new Invitation(Ids.next(), build(), Invitations.SAM, Invitations.FIRST_LINK, Invitations.SENT);
    }
}
