package org.partnerportal.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.agreement.AgreementRules;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.agreement.AgreementVersion;
import org.partnerportal.agreement.NewAgreement;
import org.partnerportal.agreement.PdfDownload;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.tenant.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Operator > Agreement: the versions, drafts with their preview, publishing, and demanding acceptance again. */
@Controller
@RequestMapping("/operator/agreements")
class PublicationController {

    private static final String LIST = "redirect:/operator/agreements";

    private final PublicationService publication;
    private final AgreementService agreements;

    PublicationController(PublicationService publication, AgreementService agreements) {
        this.publication = publication;
        this.agreements = agreements;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("versions", agreements.versions(actor));
        model.addAttribute("drafts", publication.drafts(actor));
        return "publication/list";
    }

    @GetMapping("/new")
    String compose(
            @RequestParam(name = "too-large", defaultValue = "false") boolean tooLarge,
            Model model,
            HttpServletResponse response) {
        return form(DraftForm.empty(), tooLarge, model, response);
    }

    private static String form(DraftForm form, boolean tooLarge, Model model, HttpServletResponse response) {
        model.addAttribute("form", form);
        if (tooLarge) {
            var errors = new BeanPropertyBindingResult(form, "form");
            FormErrors.tooLarge(errors, null, "publication.too-large", model, response);
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        }
        return "publication/edit";
    }

    @PostMapping("/new")
    String keep(
            Actor actor,
            @ModelAttribute("form") DraftForm sent,
            BindingResult sentErrors,
            Model model,
            HttpServletResponse response) {
        return keep(actor, sent.version(), sent, null, sentErrors, model, response);
    }

    @GetMapping("/{id}/edit")
    String edit(
            @PathVariable UUID id,
            @RequestParam(name = "too-large", defaultValue = "false") boolean tooLarge,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        DraftView draft = publication.draft(actor, id).orElseThrow(NotFoundException::new);
        model.addAttribute("draft", draft);
        return form(DraftForm.of(draft, actor.zone()), tooLarge, model, response);
    }

    @PostMapping("/{id}/edit")
    String change(
            @PathVariable UUID id,
            Actor actor,
            @ModelAttribute("form") DraftForm sent,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        DraftView draft = publication.draft(actor, id).orElseThrow(NotFoundException::new);
        return keep(actor, id, sent, draft, errors, model, response);
    }

    private String keep(
            Actor actor,
            UUID id,
            DraftForm sent,
            @Nullable DraftView draft,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        DraftForm form = sent.withStored(
                stored(actor, sent, "en", sent.enStored(), errors), stored(actor, sent, "ja", sent.jaStored(), errors));
        if (!form.hasReadableDate()) {
            errors.rejectValue(PublicationRefusal.DATE_UNKNOWN.field(), PublicationRefusal.DATE_UNKNOWN.key());
        }
        NewAgreement content = form.content(actor.zone());
        for (AgreementRules.Flaw flaw : publication.check(actor, content)) {
            if (!flaw.field().isEmpty() && !errors.hasFieldErrors(flaw.field())) {
                errors.rejectValue(flaw.field(), flaw.refusal().key());
            }
        }
        if (FormErrors.show(errors, model, response)) {
            model.addAttribute("draft", draft);
            model.addAttribute("stored", form);
            return "publication/edit";
        }
        return LIST + "/" + publication.keep(actor, id, form.shownRevision(), content);
    }

    /** The SHA-256 of the PDF that is meant: of the one that was chosen now, else of the one that was sent before. */
    private String stored(
            Actor actor, DraftForm form, String language, @Nullable String earlier, BindingResult errors) {
        MultipartFile file = form.file(language).orElse(null);
        if (file == null) {
            return Objects.requireNonNullElse(earlier, "");
        }
        byte[] content = content(file);
        PublicationRefusal refusal = PdfCheck.refusal(content).orElse(null);
        if (refusal != null) {
            errors.rejectValue(language + refusal.field(), refusal.key());
            return "";
        }
        return publication.keepFile(actor, content);
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A draft as its readers would see it, or a version as they do. */
    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        DraftView draft = publication.draft(actor, id).orElse(null);
        if (draft == null) {
            return version(actor, id, model);
        }
        model.addAttribute("form", new PublishForm(String.valueOf(draft.revision()), null));
        return preview(actor, draft, model);
    }

    private String preview(Actor actor, DraftView draft, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute(
                "flaws",
                publication.check(actor, draft.content()).stream()
                        .map(AgreementRules.Flaw::refusal)
                        .toList());
        return "publication/preview";
    }

    private String version(Actor actor, UUID id, Model model) {
        AgreementVersion version = agreements.version(actor, id).orElseThrow(NotFoundException::new);
        model.addAttribute("version", version);
        model.addAttribute("bodies", agreements.bodies(actor, id));
        model.addAttribute("announcements", publication.announcements(id));
        model.addAttribute("demand", publication.mayDemand(actor, version).orElse(null));
        return "publication/version";
    }

    @GetMapping("/{id}/{language}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, @PathVariable String language, Actor actor) {
        String known = Languages.CODES.contains(language) ? language : "none";
        byte[] pdf = publication.pdf(actor, id, known).orElseGet(() -> agreements.pdf(actor, id, known));
        return PdfDownload.of("agreement-" + known, pdf);
    }

    @PostMapping("/{id}/publish")
    String publish(
            @PathVariable UUID id,
            Actor actor,
            @ModelAttribute("form") PublishForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        DraftView draft = publication.draft(actor, id).orElse(null);
        if (draft != null
                && FormErrors.reject(publication.mayPublish(actor, id, form).stream(), errors, model, response)) {
            return preview(actor, draft, model);
        }
        publication.publish(actor, id, form);
        flash.addFlashAttribute("success", "publication.published.done");
        return LIST + "/" + id;
    }

    @GetMapping("/{id}/delete")
    String askDelete(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("draft", publication.draft(actor, id).orElseThrow(NotFoundException::new));
        return "publication/delete";
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        publication.delete(actor, id);
        flash.addFlashAttribute("success", "publication.deleted.done");
        return LIST;
    }

    @GetMapping("/{id}/demand")
    String askDemand(@PathVariable UUID id, Actor actor, Model model) {
        AgreementVersion version = agreements.version(actor, id).orElseThrow(NotFoundException::new);
        model.addAttribute("version", version);
        model.addAttribute("demand", publication.mayDemand(actor, version).orElse(null));
        return "publication/demand";
    }

    @PostMapping("/{id}/demand")
    String demand(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        publication.demand(actor, id);
        flash.addFlashAttribute("success", "publication.demanded.done");
        return LIST + "/" + id;
    }

    /** What the template asks of the languages. */
    @ModelAttribute("largest")
    static int largest() {
        return PublicationRules.LARGEST_FILE;
    }

    @ModelAttribute("languages")
    List<String> languages() {
        return Languages.LOCALES.stream().map(Locale::getLanguage).toList();
    }
}
