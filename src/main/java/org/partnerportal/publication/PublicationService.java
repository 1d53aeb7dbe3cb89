package org.partnerportal.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.agreement.AgreementFiles;
import org.partnerportal.agreement.AgreementRules;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.agreement.AgreementVersion;
import org.partnerportal.agreement.NewAgreement;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantRules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps drafts, publishes them for ever, and has every customer told. */
@Service
@Transactional(readOnly = true)
class PublicationService {

    /** How long a PDF that was chosen waits for its draft. */
    private static final Duration UNUSED = Duration.ofDays(1);

    private final DraftRepository drafts;
    private final AnnouncementRepository announcements;
    private final AgreementService agreements;
    private final AgreementFiles files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublicationService(
            DraftRepository drafts,
            AnnouncementRepository announcements,
            AgreementService agreements,
            AgreementFiles files,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drafts = drafts;
        this.announcements = announcements;
        this.agreements = agreements;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    List<DraftRow> drafts(Actor actor) {
        requireOperator(actor);
        return drafts.rows();
    }

    /** The draft with that id, if there is one that is not published yet. */
    Optional<DraftView> draft(Actor actor, UUID id) {
        requireOperator(actor);
        return drafts.findById(id)
                .map(draft ->
                        new DraftView(id, draft.revision(), draft.content(), agreements.preview(draft.content())));
    }

    /** A draft's PDF in a language. */
    Optional<byte[]> pdf(Actor actor, UUID id, String language) {
        requireOperator(actor);
        return drafts.findById(id)
                .map(draft -> draft.content().text(language).file())
                .map(files::read);
    }

    /** Keeps a PDF that was chosen, before it is known whether the rest of the form is right. */
    @Transactional
    public String keepFile(Actor actor, byte[] pdf) {
        requireOperator(actor);
        PdfCheck.refusal(pdf).ifPresent(PublicationService::refuse);
        return files.keep(pdf);
    }

    /** Everything that keeps the person from publishing that. */
    List<AgreementRules.Flaw> check(Actor actor, NewAgreement content) {
        return agreements.check(actor, content);
    }

    /** Keeps a draft, a new one or another state of one; the same twice changes nothing. */
    @Transactional
    public UUID keep(Actor actor, UUID wanted, long shown, NewAgreement content) {
        agreements.check(actor, content).stream().findFirst().ifPresent(flaw -> refuse(flaw.refusal()));
        Instant now = clock.instant();
        Optional<AgreementDraft> earlier = drafts.lock(wanted);
        if (earlier.isPresent()) {
            change(earlier.get(), actor, shown, content, now);
            return wanted;
        }
        UUID id = Ids.isFresh(wanted, now) && agreements.version(actor, wanted).isEmpty() ? wanted : Ids.next();
        drafts.save(new AgreementDraft(id, content, actor, now));
        events.publishEvent(new PublicationEvent.DraftKept(now, actor.who(), id, content.name()));
        return id;
    }

    private void change(AgreementDraft draft, Actor actor, long shown, NewAgreement content, Instant now) {
        if (draft.content().equals(content)) {
            return; // the second click of two
        }
        if (draft.revision() != shown) {
            refuse(PublicationRefusal.DRAFT_CHANGED);
        }
        draft.write(content, actor, now);
        events.publishEvent(new PublicationEvent.DraftKept(now, actor.who(), draft.getId(), content.name()));
    }

    @Transactional
    public void delete(Actor actor, UUID id) {
        requireOperator(actor);
        Instant now = clock.instant();
        drafts.lock(id).ifPresent(draft -> {
            drafts.delete(draft);
            drafts.forgetFiles(now.minus(UNUSED));
            events.publishEvent(new PublicationEvent.DraftDeleted(now, actor.who(), id, draft.name()));
        });
    }

    /** Whether the person may publish the draft as previewed, or why not. */
    Optional<Refusal> mayPublish(Actor actor, UUID id, PublishForm form) {
        return drafts.findById(id)
                .flatMap(draft -> PublicationRules.publish(actor, draft.revision(), form.shown(), form.isConfirmed()));
    }

    /** Publishes the draft, for ever, and has every customer told once it is in force. */
    @Transactional
    public void publish(Actor actor, UUID id, PublishForm form) {
        requireOperator(actor);
        Optional<AgreementDraft> found = drafts.lock(id);
        if (found.isEmpty()) {
            if (agreements.version(actor, id).isEmpty()) {
                throw new NotFoundException();
            }
            return; // the second click of two
        }
        AgreementDraft draft = found.get();
        PublicationRules.publish(actor, draft.revision(), form.shown(), form.isConfirmed())
                .ifPresent(PublicationService::refuse);
        Instant effectiveAt = agreements.publish(actor, id, draft.content());
        announcements.save(new Announcement(id, AnnouncementReason.PUBLISHED, actor, effectiveAt));
        drafts.delete(draft);
        drafts.forgetFiles(clock.instant().minus(UNUSED));
    }

    /** How far telling the customers of a version is, the latest time first. */
    List<AnnouncementRow> announcements(UUID version) {
        return announcements.of(version);
    }

    /** Whether the person may have every customer told again, or why not. */
    Optional<Refusal> mayDemand(Actor actor, AgreementVersion version) {
        return PublicationRules.demand(actor, version.status(), announcements.of(version.id()), clock.instant());
    }

    /** Has every customer that has not accepted the version in force told again. */
    @Transactional
    public void demand(Actor actor, UUID id) {
        AgreementVersion version = agreements.version(actor, id).orElseThrow(NotFoundException::new);
        List<AnnouncementRow> earlier = announcements.of(id);
        if (earlier.stream().anyMatch(each -> each.isOpen() && each.reason() == AnnouncementReason.DEMANDED)) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        PublicationRules.demand(actor, version.status(), earlier, now).ifPresent(PublicationService::refuse);
        announcements.save(new Announcement(id, AnnouncementReason.DEMANDED, actor, now));
        events.publishEvent(new PublicationEvent.Demanded(now, actor.who(), id, version.name()));
    }

    private static void requireOperator(Actor actor) {
        TenantRules.operate(actor).ifPresent(PublicationService::refuse);
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }
}
