package org.partnerportal.contact;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.listing.Industry;
import org.partnerportal.listing.OrganisationSize;
import org.partnerportal.listing.PublishedListing;
import org.partnerportal.referral.ContactRequest;
import org.partnerportal.referral.ReferralService;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Limited;
import org.partnerportal.shared.Origin;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Country;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Partner directory > a partner > Contact me: open to everybody. */
@Controller
@RequestMapping("/directory/{partner}/contact")
class ContactController {

    private final ReferralService referrals;
    private final ContactService contacts;
    private final TenantService tenants;
    private final DemoData demoData;

    ContactController(ReferralService referrals, ContactService contacts, TenantService tenants, DemoData demoData) {
        this.referrals = referrals;
        this.contacts = contacts;
        this.tenants = tenants;
        this.demoData = demoData;
    }

    @GetMapping
    String ask(@PathVariable UUID partner, @Nullable Actor actor, Locale locale, Model model) {
        TenantId id = new TenantId(partner);
        PublishedListing listing = referrals.listed(id);
        ContactForm form = actor == null
                ? ContactForm.empty(locale)
                : ContactForm.of(actor, tenants.tenant(actor.tenant()), locale);
        model.addAttribute("form", form);
        offer(form.request(), contacts.stamp(id, form.request()), model);
        model.addAttribute("refusal", referrals.maySend(id, actor).orElse(null));
        return form(listing, locale, model);
    }

    private static void offer(UUID form, String stamp, Model model) {
        model.addAttribute("formId", form);
        model.addAttribute("stamp", stamp);
    }

    private String form(PublishedListing listing, Locale locale, Model model) {
        model.addAttribute("listing", listing);
        model.addAttribute("answered", referrals.isAnswered(listing.partner()));
        model.addAttribute("demo", demoData.isOn());
        model.addAttribute("partnerName", listing.content().text(locale).name());
        model.addAttribute("countries", Country.all(locale));
        model.addAttribute("sizes", OrganisationSize.values());
        model.addAttribute("industries", Industry.values());
        return "contact/form";
    }

    @PostMapping
    String send(
            @PathVariable UUID partner,
            @Nullable Actor actor,
            @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            Origin origin,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        TenantId id = new TenantId(partner);
        Optional<PublishedListing> found = referrals.find(id);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "contact/gone"; // with what was typed
        }
        PublishedListing listing = found.get();
        referrals.maySend(id, actor).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        ContactRequest request = form.contactRequest();
        flash.addFlashAttribute("address", request.email());
        String sent = "redirect:/directory/{partner}/contact/sent";
        if (form.isFilledByProgram() || referrals.isSent(id, form.request(), request, actor)) {
            return sent; // a program learns nothing, and the second click of two sees what the first one did
        }
        Optional<ContactRefusal> notByHand = contacts.check(id, form.request(), String.valueOf(form.stamp()));
        if (notByHand.map(ContactRefusal::needsNewForm).orElse(false)) {
            UUID next = Ids.next();
            offer(next, contacts.stamp(id, next), model);
        } else {
            offer(form.request(), String.valueOf(form.stamp()), model);
        }
        if (FormErrors.reject(
                Stream.concat(referrals.check(listing, actor, request, form.consent()).stream(), notByHand.stream()),
                errors,
                model,
                response)) {
            return form(listing, locale, model);
        }
        Optional<Limited> limited = referrals.reachedLimit(id, actor, request, origin);
        if (limited.isPresent()) {
            limited.get().tell(response);
            model.addAttribute(Limited.ATTRIBUTE, limited.get());
            return form(listing, locale, model); // nothing that was typed is lost
        }
        contacts.send(id, form.request(), actor, request, form.consent(), origin);
        return sent;
    }

    @GetMapping("/sent")
    String sent(@PathVariable UUID partner, Locale locale, Model model) {
        PublishedListing listing = referrals.listed(new TenantId(partner));
        model.addAttribute("listing", listing);
        model.addAttribute("partnerName", listing.content().text(locale).name());
        return "contact/sent";
    }
}
