package org.partnerportal.listing;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.EmailAddress;
import org.partnerportal.shared.PlainText;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantRules;

/** What a listing must hold, who writes it, who approves it, and when it can be found. */
final class ListingRules {

    static final int LONGEST_NAME = 120;
    static final int LONGEST_SUMMARY = 160;
    static final int LONGEST_ABOUT = 4000;
    static final int LONGEST_CITIES = 200;
    static final int LONGEST_WEBSITE = 200;
    static final int LONGEST_REASON = 500;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}ー・ 　0-9A-Za-z０-９Ａ-Ｚａ-ｚ]*");

    private ListingRules() {}

    /**
     * Something wrong with a listing.
     *
     * @param refusal what is wrong
     * @param field the form field that it is about
     */
    record Flaw(ListingRefusal refusal, String field) {

        /** The language of the text that it is about; empty where it is about something else. */
        public String language() {
            return field.equals(refusal.field()) ? "" : field.substring(0, 2);
        }
    }

    /** Whether the person may see how the own organisation's listing stands. */
    static boolean maySee(Actor actor) {
        return actor.isAgent();
    }

    /** Asks whether the person may write the own organisation's listing, submit it, hide it and show it. */
    static Optional<ListingRefusal> write(Actor actor) {
        return unless(actor.partner() && actor.holds(AdminRole.ADMIN_AGENT), ListingRefusal.NEEDS_ADMIN_AGENT);
    }

    /** What the own organisation's listing needs from the person, if it needs anything. */
    static Optional<ListingNeed> need(Actor actor, ListingState state) {
        if (write(actor).isPresent() || state.draftState() == DraftState.SUBMITTED) {
            return Optional.empty();
        }
        if (state.draftState() == DraftState.RETURNED) {
            return Optional.of(ListingNeed.CORRECT);
        }
        return switch (state.standing()) {
            case ABSENT -> Optional.of(ListingNeed.WRITE);
            case BLOCKED -> Optional.of(ListingNeed.PUT_RIGHT);
            case LISTED, HIDDEN -> Optional.empty();
        };
    }

    /** Whether somebody has changed the draft after the page was shown, into something else than what is sent now. */
    static boolean isOutdated(ListingState state, long shown, ListingContent content) {
        return state.revision() != shown && !content.equals(state.draft());
    }

    /** Asks whether the person may keep a draft that was written on what the page showed. */
    static Optional<ListingRefusal> keep(Actor actor, long revision, long shown) {
        return write(actor).or(() -> unless(revision == shown, ListingRefusal.CHANGED_MEANWHILE));
    }

    /** Everything that keeps a draft from being kept: it may have gaps, but nothing that is malformed. */
    static Stream<Flaw> checkDraft(ListingContent content) {
        return check(content).filter(flaw -> !flaw.refusal().isGap());
    }

    /** Everything that keeps a text from being submitted. */
    static Stream<Flaw> check(ListingContent content) {
        boolean written = content.en().isWritten() || content.ja().isWritten();
        return Stream.of(
                        of(unless(written, ListingRefusal.TEXT_MISSING)),
                        text("en", content.en()),
                        text("ja", content.ja()),
                        of(
                                unless(isReading(content.ja().reading()), ListingRefusal.READING_MALFORMED),
                                unless(!content.services().isEmpty(), ListingRefusal.SERVICES_MISSING),
                                unless(!content.sizes().isEmpty(), ListingRefusal.SIZES_MISSING),
                                unless(!content.languages().isEmpty(), ListingRefusal.LANGUAGES_MISSING),
                                unless(!content.countries().isEmpty(), ListingRefusal.COUNTRIES_MISSING),
                                unless(COUNTRIES.containsAll(content.countries()), ListingRefusal.COUNTRY_UNKNOWN),
                                unless(!content.types().isEmpty(), ListingRefusal.TYPES_MISSING),
                                given(
                                        content.phone(),
                                        TenantRules.isPhone(content.phone()),
                                        ListingRefusal.PHONE_MISSING,
                                        ListingRefusal.PHONE_MALFORMED),
                                given(
                                        content.email(),
                                        EmailAddress.isWellFormed(content.email()),
                                        ListingRefusal.EMAIL_MISSING,
                                        ListingRefusal.EMAIL_MALFORMED),
                                unless(isWebsite(content.website()), ListingRefusal.WEBSITE_MALFORMED)))
                .flatMap(flaws -> flaws);
    }

    private static Stream<Flaw> text(String language, ListingText text) {
        return !text.isWritten()
                ? Stream.empty()
                : of(
                                line(
                                        text.name(),
                                        LONGEST_NAME,
                                        ListingRefusal.NAME_MISSING,
                                        ListingRefusal.NAME_MALFORMED),
                                line(
                                        text.summary(),
                                        LONGEST_SUMMARY,
                                        ListingRefusal.SUMMARY_MISSING,
                                        ListingRefusal.SUMMARY_MALFORMED),
                                given(
                                        text.about(),
                                        PlainText.isText(text.about(), LONGEST_ABOUT),
                                        ListingRefusal.ABOUT_MISSING,
                                        ListingRefusal.ABOUT_MALFORMED),
                                unless(
                                        text.cities().isEmpty() || PlainText.isLine(text.cities(), LONGEST_CITIES),
                                        ListingRefusal.CITIES_MALFORMED),
                                line(
                                        text.contact(),
                                        LONGEST_NAME,
                                        ListingRefusal.CONTACT_MISSING,
                                        ListingRefusal.CONTACT_MALFORMED))
                        .map(flaw -> new Flaw(flaw.refusal(), language + flaw.field()));
    }

    private static Optional<ListingRefusal> line(
            String text, int longest, ListingRefusal missing, ListingRefusal malformed) {
        return given(text, PlainText.isLine(text, longest), missing, malformed);
    }

    private static Optional<ListingRefusal> given(
            String text, boolean fine, ListingRefusal missing, ListingRefusal malformed) {
        return unless(!text.isEmpty(), missing).or(() -> unless(fine, malformed));
    }

    @SafeVarargs
    private static Stream<Flaw> of(Optional<ListingRefusal>... refusals) {
        return Stream.of(refusals).flatMap(Optional::stream).map(refusal -> new Flaw(refusal, refusal.field()));
    }

    private static boolean isReading(String reading) {
        return reading.length() <= LONGEST_NAME && KANA.matcher(reading).matches();
    }

    /** Whether it is empty or an https address of a host with a dot, without a name or a port in front of it. */
    private static boolean isWebsite(String website) {
        if (website.isEmpty()) {
            return true;
        }
        try {
            URI address = new URI(website);
            return website.length() <= LONGEST_WEBSITE
                    && "https".equals(address.getScheme())
                    && address.getRawUserInfo() == null
                    && address.getPort() < 0
                    && address.getHost() != null
                    && address.getHost().indexOf('.') > 0;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Asks whether the person may hand the draft, as the page showed it, to the operator. */
    static Optional<ListingRefusal> submit(
            Actor actor, @Nullable DraftState state, @Nullable ListingContent draft, long revision, long shown) {
        Optional<ListingRefusal> refused = keep(actor, revision, shown);
        if (refused.isPresent()) {
            return refused;
        }
        return draft == null || state == DraftState.SUBMITTED
                ? Optional.of(ListingRefusal.NOTHING_TO_SUBMIT)
                : check(draft).map(Flaw::refusal).findFirst();
    }

    /** Asks whether the person may approve the text that waits, as the page showed it. */
    static Optional<Refusal> approve(
            Actor operator, boolean active, @Nullable DraftState state, long revision, long shown) {
        return decide(operator, state, revision, shown)
                .or(() -> unless(active, ListingRefusal.ORGANISATION_DISABLED).map(Refusal.class::cast));
    }

    /** Asks whether the person may send the text that waits back, as the page showed it. */
    static Optional<Refusal> giveBack(
            Actor operator, @Nullable DraftState state, long revision, long shown, String reason) {
        return decide(operator, state, revision, shown).or(() -> reason(reason));
    }

    /** Whether the listing is any of the operator's business: a draft that was never submitted is the partner's own. */
    static boolean concernsOperator(ListingState state) {
        return state.published() != null || (state.draft() != null && state.draftState() != DraftState.DRAFT);
    }

    /** Whether the text that the page showed has been approved, and nothing has happened since. */
    static boolean isApproved(ListingState state, long shown) {
        Instant submittedAt = state.submittedAt();
        Instant publishedAt = state.publishedAt();
        return state.revision() == shown + 1
                && state.draft() == null // approved or thrown away
                && submittedAt != null
                && publishedAt != null
                && !publishedAt.isBefore(submittedAt);
    }

    /** Whether the text that the page showed has been sent back, and nothing has happened since. */
    static boolean isGivenBack(ListingState state, long shown) {
        return state.revision() == shown + 1 && state.draftState() == DraftState.RETURNED;
    }

    /** Whether the operators have not decided on the text that was submitted last, because the partner has changed it. */
    static boolean isTakenBack(ListingState state) {
        Instant submittedAt = state.submittedAt();
        Instant publishedAt = state.publishedAt();
        return submittedAt != null
                && state.draftState() != DraftState.SUBMITTED
                && state.returnReason() == null
                && (publishedAt == null || publishedAt.isBefore(submittedAt));
    }

    private static Optional<Refusal> decide(Actor operator, @Nullable DraftState state, long revision, long shown) {
        return TenantRules.operate(operator)
                .map(Refusal.class::cast)
                .or(() -> unless(revision == shown, ListingRefusal.CHANGED_MEANWHILE))
                .or(() -> unless(state == DraftState.SUBMITTED, ListingRefusal.NOTHING_SUBMITTED));
    }

    /** Asks whether the person may hide the own organisation's listing, or show it again. */
    static Optional<ListingRefusal> hide(Actor actor, boolean published) {
        return write(actor).or(() -> unless(published, ListingRefusal.NOT_PUBLISHED));
    }

    /** Asks whether the person, who runs the portal, may take a listing out of the directory. */
    static Optional<Refusal> block(Actor operator, boolean published, String reason) {
        return unblock(operator, published).or(() -> reason(reason));
    }

    /** Asks whether the person, who runs the portal, may put a listing back. */
    static Optional<Refusal> unblock(Actor operator, boolean published) {
        return TenantRules.operate(operator)
                .map(Refusal.class::cast)
                .or(() -> unless(published, ListingRefusal.NOT_PUBLISHED));
    }

    /** Asks whether that can be told to the partner as the reason. */
    static Optional<Refusal> reason(String reason) {
        return unless(PlainText.isText(reason, LONGEST_REASON), ListingRefusal.REASON_MALFORMED)
                .map(Refusal.class::cast);
    }

    private static Optional<ListingRefusal> unless(boolean fine, ListingRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
