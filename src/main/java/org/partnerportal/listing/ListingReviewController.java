package org.partnerportal.listing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Operator > Directory listings: what waits beside what is published, approving, sending back, taking out, putting back. */
@Controller
@RequestMapping("/operator/listings")
class ListingReviewController {

    private final ListingService listings;

    ListingReviewController(ListingService listings) {
        this.listings = listings;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String since,
            Model model) {
        ListingFilter filter = ListingFilter.of(show, q, after, since);
        model.addAttribute("filter", filter);
        model.addAttribute("shows", ListingFilter.Show.values());
        model.addAttribute("list", listings.list(actor, filter));
        return "listing/list";
    }

    @GetMapping("/{partner}")
    String show(@PathVariable UUID partner, Actor actor, Locale locale, Model model) {
        ListingCase listing = listings.find(actor, new TenantId(partner));
        model.addAttribute("listing", listing);
        model.addAttribute(
                "comparison",
                ListingComparison.of(
                        profile(listing, listing.state().published(), locale),
                        profile(listing, listing.waiting(), locale)));
        return "listing/case";
    }

    private @Nullable ListingProfile profile(ListingCase listing, @Nullable ListingContent content, Locale reader) {
        return content == null
                ? null
                : listings.preview(listing.organisation(), listing.state().listedSince(), content, reader);
    }

    /** What readers of both languages would find. */
    @GetMapping("/{partner}/preview")
    String preview(@PathVariable UUID partner, Actor actor, Model model) {
        ListingCase listing = listings.find(actor, new TenantId(partner));
        model.addAttribute("listing", listing);
        model.addAttribute(
                "profiles",
                Languages.LOCALES.stream()
                        .flatMap(reader -> Stream.ofNullable(profile(listing, listing.latest(), reader)))
                        .toList());
        return "listing/case-preview";
    }

    /** Where whoever was refused comes back to. */
    @GetMapping("/{partner}/approve")
    String toCase(@PathVariable UUID partner) {
        return page(partner);
    }

    @PostMapping("/{partner}/approve")
    String approve(
            @PathVariable UUID partner,
            Actor actor,
            @RequestParam(required = false) @Nullable String revision,
            RedirectAttributes flash) {
        listings.approve(actor, new TenantId(partner), Parse.number(revision).orElse(-1));
        return done(partner, "listing.approved", flash);
    }

    private static String page(UUID partner) {
        return "redirect:/operator/listings/" + partner;
    }

    private static String done(UUID partner, String message, RedirectAttributes flash) {
        flash.addFlashAttribute("success", message);
        return page(partner);
    }

    /** The question, as a page. */
    private static String ask(String action, ListingCase listing, Model model) {
        model.addAttribute("action", action);
        model.addAttribute("listing", listing);
        return "listing/ask-case";
    }

    private String askReason(String action, UUID partner, Actor actor, Model model) {
        ListingCase listing = listings.find(actor, new TenantId(partner));
        model.addAttribute("form", new ReasonForm(String.valueOf(listing.state().revision()), ""));
        return ask(action, listing, model);
    }

    @GetMapping("/{partner}/send-back")
    String askSendBack(@PathVariable UUID partner, Actor actor, Model model) {
        return askReason("send-back", partner, actor, model);
    }

    @PostMapping("/{partner}/send-back")
    String sendBack(
            @PathVariable UUID partner,
            Actor actor,
            @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ListingCase listing = listings.find(actor, new TenantId(partner));
        if (isFlawed(form, errors, model, response)) {
            return ask("send-back", listing, model);
        }
        listings.giveBack(actor, new TenantId(partner), form.shownRevision(), form.told());
        return done(partner, "listing.sent-back", flash);
    }

    private static boolean isFlawed(ReasonForm form, BindingResult errors, Model model, HttpServletResponse response) {
        return FormErrors.reject(ListingRules.reason(form.told()).stream(), errors, model, response);
    }

    @GetMapping("/{partner}/take-out")
    String askTakeOut(@PathVariable UUID partner, Actor actor, Model model) {
        return askReason("take-out", partner, actor, model);
    }

    @PostMapping("/{partner}/take-out")
    String takeOut(
            @PathVariable UUID partner,
            Actor actor,
            @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ListingCase listing = listings.find(actor, new TenantId(partner));
        if (isFlawed(form, errors, model, response)) {
            return ask("take-out", listing, model);
        }
        listings.block(actor, new TenantId(partner), form.told());
        return done(partner, "listing.taken-out", flash);
    }

    @GetMapping("/{partner}/put-back")
    String askPutBack(@PathVariable UUID partner, Actor actor, Model model) {
        return ask("put-back", listings.find(actor, new TenantId(partner)), model);
    }

    @PostMapping("/{partner}/put-back")
    String putBack(@PathVariable UUID partner, Actor actor, RedirectAttributes flash) {
        listings.unblock(actor, new TenantId(partner));
        return done(partner, "listing.put-back.done", flash);
    }
}
