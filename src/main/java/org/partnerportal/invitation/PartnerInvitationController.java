package org.partnerportal.invitation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.roletemplate.BuiltInTemplate;
import org.partnerportal.roletemplate.RoleTemplateService;
import org.partnerportal.roletemplate.UsedTemplate;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Limited;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.PortalProperties;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Partner Center > Invitations: send, copy the link, resend, withdraw, see the state. */
@Controller
@RequestMapping("/partner/invitations")
class PartnerInvitationController {

    private final InvitationService invitations;
    private final InvitationDelivery delivery;
    private final InvitationThread thread;
    private final InvitationOccasion occasions;
    private final RelationshipService relationships;
    private final TenantService tenants;
    private final RoleTemplateService templates;
    private final PortalProperties properties;

    PartnerInvitationController(
            InvitationService invitations,
            InvitationDelivery delivery,
            InvitationThread thread,
            InvitationOccasion occasions,
            RelationshipService relationships,
            TenantService tenants,
            RoleTemplateService templates,
            PortalProperties properties) {
        this.invitations = invitations;
        this.delivery = delivery;
        this.thread = thread;
        this.occasions = occasions;
        this.relationships = relationships;
        this.tenants = tenants;
        this.templates = templates;
        this.properties = properties;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        InvitationFilter filter = InvitationFilter.of(show, q, before);
        model.addAttribute("filter", filter);
        model.addAttribute("list", invitations.sent(actor, filter));
        return "invitation/list";
    }

    /** First the type, then what that type takes: so the form works without scripts. */
    @GetMapping("/new")
    String compose(
            Actor actor,
            Locale locale,
            @RequestParam(required = false) @Nullable PartnerType type,
            @RequestParam(defaultValue = "") String template,
            @RequestParam(required = false) @Nullable UUID referral,
            Model model) {
        refuse(InvitationRules.manage(actor, type).orElse(null));
        InvitationOccasion.Occasion occasion = referral == null ? null : occasions.toInvite(actor, referral);
        model.addAttribute("occasion", occasion);
        if (type == null) {
            Map<PartnerType, Boolean> types = new EnumMap<>(PartnerType.class);
            for (PartnerType each : PartnerType.values()) {
                types.put(each, InvitationRules.manage(actor, each).isEmpty());
            }
            model.addAttribute("types", types);
            return "invitation/type";
        }
        UsedTemplate used = type.takesRoles() && !template.isEmpty() ? templates.use(actor, template) : null;
        model.addAttribute("used", used);
        OfferForm form = OfferForm.of(type, used == null ? Set.of() : used.roles(), locale);
        model.addAttribute("form", occasion == null ? form : form.because(occasion));
        return form(actor, type, null, model);
    }

    /** The same form with the terms of a relationship that is to go on: one click sends it. */
    @GetMapping(value = "/new", params = "renew")
    String renew(Actor actor, @RequestParam(required = false) @Nullable UUID renew, Model model) {
        if (renew == null) {
            return "redirect:/partner/invitations/new"; // nothing stands behind its name
        }
        InvitationService.Renewal renewal = invitations.renewal(actor, renew);
        model.addAttribute("form", OfferForm.renewing(renewal));
        return form(actor, renewal.relationship().type(), renewal.relationship(), model);
    }

    @PostMapping("/new")
    String send(
            Actor actor,
            @ModelAttribute("form") OfferForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            HttpServletRequest request,
            RedirectAttributes flash) {
        PartnerType type = form.partnerType();
        refuse(InvitationRules.manage(actor, type).orElse(null));
        if (type == null) {
            return "redirect:/partner/invitations/new";
        }
        Offer offer = form.offer();
        UUID renews = form.renews();
        RelationshipView renewed = renews == null ? null : invitations.toRenew(actor, renews);
        UUID id = form.invitation();
        if (invitations.isSent(actor, id, offer)) {
            return "redirect:/partner/invitations/" + id; // the second click of two
        }
        UUID answers = form.answers();
        InvitationOccasion.Occasion occasion = answers == null ? null : occasions.toInvite(actor, answers);
        model.addAttribute("occasion", occasion);
        if (FormErrors.reject(invitations.check(actor, offer, renewed, occasion).stream(), errors, model, response)) {
            return form(actor, type, renewed, model);
        }
        Optional<Limited> limited = invitations.reachedLimit(actor);
        if (limited.isPresent()) {
            limited.get().tell(response);
            model.addAttribute(Limited.ATTRIBUTE, limited.get());
            return form(actor, type, renewed, model); // nothing that was typed is lost
        }
        flash.addFlashAttribute("success", delivery.isReady() ? "invitation.sent.done" : "invitation.sent.no-mail");
        return showLink(invitations.send(actor, id, offer, renews, answers), request, response);
    }

    private String form(Actor actor, PartnerType type, @Nullable RelationshipView renewed, Model model) {
        model.addAttribute("mailReady", delivery.isReady());
        model.addAttribute("renewed", renewed);
        model.addAttribute("renewedCustomer", renewed == null ? null : tenants.tenant(renewed.customer()));
        model.addAttribute("type", type);
        if (type.takesRoles()) {
            model.addAttribute("builtInTemplates", BuiltInTemplate.values());
            model.addAttribute("ownTemplates", templates.names(actor));
        }
        model.addAttribute("customers", customers(actor, (InvitationOccasion.Occasion) model.getAttribute("occasion")));
        return "invitation/new";
    }

    /** The partner's customers, and in front of them whoever asked to become one. */
    private List<TenantView> customers(Actor actor, InvitationOccasion.@Nullable Occasion occasion) {
        TenantId asking = occasion == null ? null : occasion.customer();
        List<TenantView> customers = new ArrayList<>(relationships.customersOf(actor.tenant()));
        if (asking != null && customers.stream().noneMatch(known -> known.id().equals(asking))) {
            customers.add(0, tenants.tenant(asking));
        }
        return customers;
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            Actor actor,
            @CookieValue(name = Link.COOKIE, required = false) @Nullable String token,
            Model model) {
        InvitationView invitation = invitations.sentOne(actor, id);
        if (token != null && invitations.isLink(actor, id, new Link(token))) {
            model.addAttribute("link", properties.url() + new Link(token).path());
        }
        model.addAttribute("invitation", invitation);
        model.addAttribute("delivery", delivery.latest(List.of(id)).get(id));
        model.addAttribute("mailReady", delivery.isReady());
        model.addAttribute("thread", thread.of(actor.tenant(), id));
        model.addAttribute("occasion", occasions.of(actor.tenant(), id).orElse(null));
        TenantId customerId = invitation.customer();
        TenantView customer = customerId == null ? null : tenants.tenant(customerId);
        model.addAttribute("customer", customer);
        model.addAttribute(
                "elsewhere", customer != null && InvitationRules.isElsewhere(invitation.email(), customer.domain()));
        model.addAttribute(
                "mayManage", InvitationRules.manage(actor, invitation.type()).isEmpty());
        return "invitation/sent";
    }

    @PostMapping("/{id}/resend")
    String resend(
            @PathVariable UUID id,
            Actor actor,
            @RequestParam(required = false) @Nullable String terms,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<InvitationService.Sent> sent = invitations.resend(actor, id, Parse.number(terms));
        if (sent.isEmpty()) {
            return "redirect:/partner/invitations/" + id;
        }
        flash.addFlashAttribute("success", delivery.isReady() ? "invitation.resent.done" : "invitation.sent.no-mail");
        return showLink(sent.get(), request, response);
    }

    @PostMapping("/{id}/send-again")
    String sendAgain(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        if (invitations.sendAgain(actor, id)) {
            flash.addFlashAttribute("success", "invitation.mailed-again.done");
        }
        return "redirect:/partner/invitations/" + id;
    }

    @GetMapping("/{id}/withdraw")
    String askWithdraw(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("invitation", invitations.sentOne(actor, id));
        return "invitation/withdraw";
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        invitations.withdraw(actor, id);
        flash.addFlashAttribute("success", "invitation.withdrawn.done");
        return "redirect:/partner/invitations/" + id;
    }

    private static String showLink(
            InvitationService.Sent sent, HttpServletRequest request, HttpServletResponse response) {
        String page = "/partner/invitations/" + sent.invitation();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                sent.link().cookie(page, request.isSecure()).toString());
        return "redirect:" + page;
    }

    private static void refuse(@Nullable Refusal refusal) {
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
    }
}
