package org.partnerportal.agreement;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Origin;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the agreement in force and keeps who accepted it. */
@Service
@Transactional(readOnly = true)
public class AgreementService {

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private final AgreementRepository agreements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgreementService(AgreementRepository agreements, ApplicationEventPublisher events, Clock clock) {
        this.agreements = agreements;
        this.events = events;
        this.clock = clock;
    }

    /** The version in force, as it is shown in that language. */
    public CurrentAgreement current(Locale locale) {
        return shown(inForce(clock.instant()), locale.getLanguage());
    }

    /** The customer's record of the version in force, if it has accepted that. */
    public Optional<AgreementRecord> accepted(TenantId customer) {
        return accepted(customer, inForce(clock.instant()));
    }

    /** One of the customer's records, of any version. */
    public AgreementRecord record(TenantId customer, UUID id) {
        return agreements
                .record(customer, id)
                .orElseThrow(NotFoundException::new)
                .asRecord();
    }

    /**
     * Accepts the version in force for the actor's organisation, in the caller's transaction. Whoever comes second gets
     * the record of the first.
     *
     * @param shown the version that the page showed
     * @param language the language in which it was shown
     * @param read whether the box was ticked
     */
    @Transactional
    public AgreementRecord accept(
            Actor actor, @Nullable UUID shown, String language, boolean read, Place place, Origin origin) {
        Instant now = clock.instant();
        Agreement current = inForce(now);
        Optional<AgreementRecord> earlier = accepted(actor.tenant(), current);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        AgreementRules.accept(actor, shown, current.getId(), read).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        AgreementText text = current.text(language);
        UUID id = Ids.next();
        String reference = Ids.reference();
        int written = agreements.insertOnce(
                id,
                reference,
                actor.tenant().value(),
                current.getId(),
                current.name(),
                text.language(),
                text.sha256(),
                actor.account(),
                actor.name(),
                actor.email(),
                now,
                origin.address(),
                origin.browser(),
                place.name());
        if (written == 1) {
            events.publishEvent(
                    new AgreementAccepted(now, actor.who(), actor.tenant(), id, current.name(), reference, place));
        }
        return accepted(actor.tenant(), current).orElseThrow();
    }

    /** The text of the version in force, rendered; whatever HTML the source holds is escaped. */
    AgreementPage page(Locale locale) {
        Agreement agreement = inForce(clock.instant());
        AgreementText text = agreement.text(locale.getLanguage());
        String html = HTML.render(MARKDOWN.parse(text.body()));
        return new AgreementPage(shown(agreement, text.language()), agreement.effectiveAt(), html);
    }

    private Agreement inForce(Instant now) {
        return agreements
                .findFirstByEffectiveAtLessThanEqualOrderByEffectiveAtDescIdDesc(now)
                .orElseThrow(NotFoundException::new);
    }

    private Optional<AgreementRecord> accepted(TenantId customer, Agreement agreement) {
        return agreements.acceptance(customer, agreement.getId()).map(AgreementAcceptance::asRecord);
    }

    private static CurrentAgreement shown(Agreement agreement, String language) {
        AgreementText text = agreement.text(language);
        return new CurrentAgreement(
                agreement.getId(), agreement.name(), agreement.isSample(), text.language(), text.sha256());
    }
}
