package org.partnerportal.invitation;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;

/** What the form "Send an invitation" sends, as typed: so that a form with errors can be shown again as it was. */
public record OfferForm(
        @Nullable String id,
        @Nullable String email,
        @Nullable String customer,
        @Nullable String language,
        @Nullable String type,
        @Nullable String name,
        Set<String> roles,
        @Nullable String durationDays,
        @Nullable String autoExtend,
        @Nullable String note,
        @Nullable String lifeDays,
        @Nullable String renew,
        @Nullable String referral) {

    private static final String USUAL_DURATION = "365";
    private static final String USUAL_LIFE = "30";
    private static final int NO_NUMBER = 0; // out of every range
    private static final UUID NO_TENANT = new UUID(0, 0);
    private static final UUID NO_RELATIONSHIP = new UUID(0, 0);
    private static final UUID NO_REFERRAL = new UUID(0, 0);

    @SuppressWarnings("NullAway") // binding leaves out what the browser did not send
    public OfferForm {
        roles = Objects.requireNonNullElse(roles, Set.of());
    }

    /** The form for a type to begin with: a year where there is a time limit, the mail in the sender's own language. */
    static OfferForm of(PartnerType type, Set<String> roles, Locale locale) {
        String days = type.isTimeLimited() ? USUAL_DURATION : "";
        return new OfferForm(
                Ids.next().toString(),
                "",
                "",
                locale.getLanguage(),
                type.name(),
                "",
                roles,
                days,
                null,
                "",
                USUAL_LIFE,
                null,
                null);
    }

    /** The same filled with what the customer's request tells. */
    OfferForm because(InvitationOccasion.Occasion occasion) {
        return new OfferForm(
                id,
                occasion.email(),
                Objects.toString(occasion.customer(), ""),
                occasion.language(),
                type,
                occasion.reference(),
                roles,
                durationDays,
                autoExtend,
                note,
                lifeDays,
                renew,
                occasion.referral().toString());
    }

    /** The form for a relationship to go on with: its own terms, with the roles that were granted where none is left. */
    static OfferForm renewing(InvitationService.Renewal renewal) {
        RelationshipView renewed = renewal.relationship();
        Set<String> roles = renewed.roles().isEmpty() ? renewed.grantedRoles() : renewed.roles();
        boolean extend = renewed.autoExtend() && !roles.contains(EntraRole.GLOBAL_ADMINISTRATOR);
        Integer days = renewed.durationDays();
        return new OfferForm(
                Ids.next().toString(),
                renewal.email(),
                renewed.customer().toString(),
                renewal.language(),
                renewed.type().name(),
                renewed.name(),
                renewed.type().takesRoles() ? roles : Set.of(),
                days == null ? "" : days.toString(),
                Boolean.toString(extend),
                "",
                USUAL_LIFE,
                renewed.id().toString(),
                null);
    }

    /** The same form filled by a row of a file: without auto-extend, with the usual life time. */
    public static OfferForm ofRow(
            String email,
            String customer,
            String language,
            String type,
            String name,
            Set<String> roles,
            String durationDays,
            String note) {
        return new OfferForm(
                null, email, customer, language, type, name, roles, durationDays, null, note, USUAL_LIFE, null, null);
    }

    /** The relationship that the offer is to renew, or null; an id that is none names no relationship. */
    @Nullable
    UUID renews() {
        return renew == null || renew.isBlank() ? null : Parse.uuid(renew).orElse(NO_RELATIONSHIP);
    }

    /** The request that the offer answers, or null; an id that is none names no request. */
    @Nullable
    UUID answers() {
        return referral == null || referral.isBlank()
                ? null
                : Parse.uuid(referral).orElse(NO_REFERRAL);
    }

    /** The id of the invitation to be, chosen with the form: sent twice, it is still one invitation. */
    UUID invitation() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    @Nullable
    PartnerType partnerType() {
        return Parse.constant(PartnerType.class, type).orElse(null);
    }

    public Offer offer() {
        boolean anyCustomer = customer == null || customer.isBlank();
        boolean noDuration = durationDays == null || durationDays.isBlank();
        return new Offer(
                Objects.requireNonNullElse(email, ""),
                anyCustomer ? null : new TenantId(Parse.uuid(customer).orElse(NO_TENANT)),
                Objects.requireNonNullElse(language, ""),
                partnerType(),
                Objects.requireNonNullElse(name, ""),
                roles,
                noDuration ? null : Parse.number(durationDays).orElse(NO_NUMBER),
                Boolean.parseBoolean(autoExtend),
                Objects.requireNonNullElse(note, ""),
                Parse.number(lifeDays).orElse(NO_NUMBER));
    }
}
