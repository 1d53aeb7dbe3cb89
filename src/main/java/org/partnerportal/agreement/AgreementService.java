package org.partnerportal.agreement;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Origin;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantRules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes versions of the agreement, shows the one in force, and keeps who accepted which. */
@Service
@Transactional(readOnly = true)
public class AgreementService {

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private static final int TRIES = 3;

    private final AgreementRepository agreements;
    private final AgreementFiles files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgreementService(
            AgreementRepository agreements, AgreementFiles files, ApplicationEventPublisher events, Clock clock) {
        this.agreements = agreements;
        this.files = files;
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

    /** Where the customer stands with the version in force. */
    public AgreementStanding standing(TenantId customer) {
        boolean current = accepted(customer).isPresent();
        return AgreementRules.standing(current, current || agreements.hasAccepted(customer));
    }

    /** All the customer's records, newest first: one for each version that it accepted. */
    public List<AgreementRecord> records(TenantId customer) {
        return agreements.records(customer).stream()
                .map(AgreementAcceptance::asRecord)
                .toList();
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
        AgreementRules.accept(actor, shown, current.id(), read).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        AgreementText text = current.text(language);
        for (int attempt = 1; ; attempt++) {
            boolean written = write(actor, current, text, place, origin, now);
            Optional<AgreementRecord> record = accepted(actor.tenant(), current);
            if (record.isPresent()) {
                if (written) {
                    events.publishEvent(new AgreementAccepted(
                            now,
                            actor.who(),
                            actor.tenant(),
                            record.get().id(),
                            current.name(),
                            record.get().reference(),
                            place));
                }
                return record.get();
            }
            if (attempt == TRIES) { // a colleague’s stood in the way each time, and each time it was undone
                throw new ConcurrencyFailureException("the acceptance of " + actor.tenant());
            }
        }
    }

    private boolean write(Actor actor, Agreement current, AgreementText text, Place place, Origin origin, Instant now) {
        return agreements.insertOnce(
                        Ids.next(),
                        Ids.reference(),
                        actor.tenant().value(),
                        current.id(),
                        current.name(),
                        text.language(),
                        text.sha256(),
                        actor.account(),
                        actor.name(),
                        actor.email(),
                        now,
                        origin.address(),
                        origin.browser(),
                        place.name())
                == 1;
    }

    /** What the version in force says. */
    AgreementPage page(Locale locale) {
        Agreement agreement = inForce(clock.instant());
        return page(agreement, agreement.text(locale.getLanguage()));
    }

    /** What a version says in exactly that language; one whose time has not come is not found. */
    AgreementPage page(UUID version, String language) {
        Agreement agreement = effective(version);
        return page(agreement, agreement.exactText(language).orElseThrow(NotFoundException::new));
    }

    /** The PDF of a version in exactly that language. */
    byte[] pdf(UUID version, String language) {
        return pdf(effective(version), language);
    }

    private byte[] pdf(Agreement agreement, String language) {
        return agreement
                .exactText(language)
                .map(AgreementText::fileSha256)
                .map(files::read)
                .orElseThrow(NotFoundException::new);
    }

    private Agreement effective(UUID version) {
        Instant now = clock.instant();
        return agreements
                .findById(version)
                .filter(agreement -> !now.isBefore(agreement.effectiveAt()))
                .orElseThrow(NotFoundException::new);
    }

    private AgreementPage page(Agreement agreement, AgreementText text) {
        return new AgreementPage(
                agreement.id(), agreement.name(), agreement.isSample(), agreement.effectiveAt(), body(text));
    }

    private AgreementBody body(AgreementText text) {
        if (!text.isGenuine()) {
            throw new IllegalStateException("The agreement's text " + text.sha256() + " is not what was published.");
        }
        String file = text.fileSha256();
        return file == null
                ? new AgreementBody(text.language(), text.sha256(), HTML.render(MARKDOWN.parse(text.body())), null)
                : new AgreementBody(
                        text.language(), text.sha256(), null, files.bytes(file).orElse(0));
    }

    private Agreement inForce(Instant now) {
        return agreements
                .findFirstByEffectiveAtLessThanEqualOrderByEffectiveAtDescIdDesc(now)
                .orElseThrow(NotFoundException::new);
    }

    private Optional<AgreementRecord> accepted(TenantId customer, Agreement agreement) {
        return agreements.acceptance(customer, agreement.id()).map(AgreementAcceptance::asRecord);
    }

    private static CurrentAgreement shown(Agreement agreement, String language) {
        AgreementText text = agreement.text(language);
        return new CurrentAgreement(
                agreement.id(), agreement.name(), agreement.isSample(), text.language(), text.sha256());
    }

    // the operator's side

    /** What a version will look like, exactly as its readers will see it; the languages in their order. */
    public List<AgreementBody> preview(NewAgreement version) {
        return Languages.LOCALES.stream()
                .map(language -> body(AgreementText.of(version.text(language.getLanguage()))))
                .toList();
    }

    /** Everything that keeps the person from publishing that now. */
    public List<AgreementRules.Flaw> check(Actor actor, NewAgreement version) {
        return AgreementRules.publish(
                actor,
                version,
                agreements.existsByName(version.name()),
                sha256 -> files.bytes(sha256).isPresent(),
                clock.instant());
    }

    /**
     * Publishes a version, for ever, in the caller's transaction.
     *
     * @param id the version's id; the same one twice is published once
     * @return from when on it is in force
     */
    @Transactional
    public Instant publish(Actor actor, UUID id, NewAgreement version) {
        Instant now = clock.instant();
        check(actor, version).stream().findFirst().ifPresent(flaw -> {
            throw new RefusedException(flaw.refusal());
        });
        Instant effectiveAt = version.effectiveAt() == null ? now : version.effectiveAt();
        if (agreements.insertOnce(id, version.name(), false, effectiveAt, now, actor.name()) == 0) {
            throw new RefusedException(AgreementRefusal.NAME_TAKEN);
        }
        insertTexts(id, version.texts());
        events.publishEvent(new AgreementPublished(now, actor.who(), id, version.name(), effectiveAt));
        return effectiveAt;
    }

    /** Publishes the sample that comes with the portal, unless it is there: in force since ever, so that any real version is newer. */
    @Transactional
    void publishSample(String name, List<NewAgreement.Text> texts) {
        UUID id = Ids.next();
        if (!agreements.existsByName(name)
                && agreements.insertOnce(id, name, true, Instant.EPOCH, clock.instant(), null) == 1) {
            insertTexts(id, texts);
        }
    }

    private void insertTexts(UUID agreement, List<NewAgreement.Text> texts) {
        for (NewAgreement.Text each : texts) {
            AgreementText text = AgreementText.of(each);
            agreements.insertText(agreement, text.language(), text.body(), text.sha256(), text.fileSha256());
        }
    }

    /** Every published version, the latest first. */
    public List<AgreementVersion> versions(Actor actor) {
        requireOperator(actor);
        Instant now = clock.instant();
        List<AgreementVersion.Row> rows = agreements.versions();
        return rows.stream()
                .map(row -> new AgreementVersion(
                        row.id(),
                        row.name(),
                        row.sample(),
                        row.effectiveAt(),
                        row.publishedAt(),
                        row.publishedBy(),
                        row.acceptances(),
                        AgreementRules.status(row, rows, now)))
                .toList();
    }

    /** One published version, if there is one of that id. */
    public Optional<AgreementVersion> version(Actor actor, UUID id) {
        return versions(actor).stream()
                .filter(version -> version.id().equals(id))
                .findFirst();
    }

    /** What a published version says, in force or not. */
    public List<AgreementBody> bodies(Actor actor, UUID version) {
        requireOperator(actor);
        Agreement agreement = agreements.findById(version).orElseThrow(NotFoundException::new);
        return Languages.LOCALES.stream()
                .map(language -> agreement.exactText(language.getLanguage()))
                .flatMap(Optional::stream)
                .map(this::body)
                .toList();
    }

    /** The PDF of a published version, in force or not. */
    public byte[] pdf(Actor actor, UUID version, String language) {
        requireOperator(actor);
        return pdf(agreements.findById(version).orElseThrow(NotFoundException::new), language);
    }

    /** Whether a version is in force now. */
    public boolean isInForce(UUID version) {
        return inForce(clock.instant()).id().equals(version);
    }

    /** Those of these customers that have accepted the version. */
    public Set<TenantId> accepted(UUID version, Collection<TenantId> customers) {
        return customers.isEmpty() ? Set.of() : agreements.accepted(version, customers);
    }

    /**
     * Who has accepted a version, newest first.
     *
     * @param words what the customer's name or domain holds; empty for all
     * @param before where the list begins; null at the newest
     */
    public AcceptanceList acceptances(Actor actor, UUID version, String words, @Nullable UUID before, int most) {
        requireOperator(actor);
        List<AcceptanceList.Row> rows = agreements.acceptances(
                version, Parse.like(words), before == null ? Ids.LAST : before, Limit.of(most + 1));
        boolean more = rows.size() > most;
        List<AcceptanceList.Row> shown = more ? rows.subList(0, most) : rows;
        return new AcceptanceList(shown, more ? shown.get(most - 1).id() : null);
    }

    private static void requireOperator(Actor actor) {
        TenantRules.operate(actor).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
    }
}
