package org.partnerportal.listing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Country;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Partner Center > Directory listing: how it stands, writing it, its preview, submitting, and hiding it. */
@Controller
@RequestMapping("/partner/profile")
class ListingController {

    private static final String OVERVIEW = "redirect:/partner/profile";

    private final ListingService listings;

    ListingController(ListingService listings) {
        this.listings = listings;
    }

    @GetMapping
    String overview(Actor actor, Model model) {
        model.addAttribute("view", listings.view(actor));
        return "listing/overview";
    }

    @GetMapping("/edit")
    String edit(Actor actor, Locale locale, Model model) {
        ListingView view = listings.viewToWrite(actor);
        ListingContent content = listings.beginning(actor, view);
        model.addAttribute("form", ListingForm.of(content, view.state().revision()));
        return edit(view, content, locale, model);
    }

    private static String edit(ListingView view, ListingContent content, Locale locale, Model model) {
        Set<String> chosen = content.countries();
        model.addAttribute("view", view);
        model.addAttribute("content", content);
        model.addAttribute("allServices", ServiceKind.values());
        model.addAttribute("allIndustries", Industry.values());
        model.addAttribute("allSizes", OrganisationSize.values());
        model.addAttribute("allLanguages", SpokenLanguage.values());
        model.addAttribute("allTypes", PartnerType.values());
        model.addAttribute("allCompetencies", Competency.values());
        model.addAttribute(
                "allCountries",
                Country.all(locale).stream()
                        .sorted(Comparator.comparing(country -> !chosen.contains(country.code())))
                        .toList());
        return "listing/edit";
    }

    @PostMapping("/edit")
    String keep(
            Actor actor,
            @ModelAttribute("form") ListingForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ListingView view = listings.viewToWrite(actor);
        ListingContent content = form.content();
        if (ListingRules.isOutdated(view.state(), form.shownRevision(), content)) {
            errors.reject(ListingRefusal.CHANGED_MEANWHILE.key());
            response.setStatus(ListingRefusal.CHANGED_MEANWHILE.kind().status());
            model.addAttribute("invalid", true);
            model.addAttribute("newest", view.state().revision());
            return edit(view, content, locale, model);
        }
        ListingRules.checkDraft(content)
                .forEach(flaw -> errors.rejectValue(flaw.field(), flaw.refusal().key()));
        if (FormErrors.show(errors, model, response)) {
            return edit(view, content, locale, model);
        }
        listings.keep(actor, form.shownRevision(), content);
        flash.addFlashAttribute("success", "listing.kept");
        return OVERVIEW + "/preview";
    }

    @GetMapping("/preview")
    String preview(Actor actor, Model model) {
        ListingView view = listings.view(actor);
        ListingContent latest = view.latest();
        if (latest == null) {
            return OVERVIEW;
        }
        model.addAttribute("view", view);
        model.addAttribute("profiles", previews(view, latest));
        return "listing/preview";
    }

    private List<ListingProfile> previews(ListingView view, ListingContent content) {
        return Languages.LOCALES.stream()
                .map(reader ->
                        listings.preview(view.organisation(), view.state().listedSince(), content, reader))
                .toList();
    }

    /** Hands over what the preview showed. */
    @PostMapping("/preview")
    String submit(Actor actor, @RequestParam(required = false) @Nullable String revision, RedirectAttributes flash) {
        listings.submit(actor, Parse.number(revision).orElse(-1));
        flash.addFlashAttribute("success", "listing.submitted");
        return OVERVIEW;
    }

    /** The question, as a page. */
    private String ask(String action, Actor actor, Model model) {
        model.addAttribute("view", listings.viewToWrite(actor));
        model.addAttribute("action", action);
        return "listing/ask";
    }

    @GetMapping("/discard")
    String askDiscard(Actor actor, Model model) {
        return ask("discard", actor, model);
    }

    @PostMapping("/discard")
    String discard(Actor actor, @RequestParam(required = false) @Nullable String revision, RedirectAttributes flash) {
        listings.discard(actor, Parse.number(revision).orElse(-1));
        flash.addFlashAttribute("success", "listing.discarded");
        return OVERVIEW;
    }

    @GetMapping("/hide")
    String askHide(Actor actor, Model model) {
        return ask("hide", actor, model);
    }

    @PostMapping("/hide")
    String hide(Actor actor, RedirectAttributes flash) {
        listings.hide(actor);
        flash.addFlashAttribute("success", "listing.hidden");
        return OVERVIEW;
    }

    @GetMapping("/show")
    String askShow(Actor actor, Model model) {
        return ask("show", actor, model);
    }

    @PostMapping("/show")
    String show(Actor actor, RedirectAttributes flash) {
        listings.show(actor);
        flash.addFlashAttribute("success", "listing.shown");
        return OVERVIEW;
    }
}
