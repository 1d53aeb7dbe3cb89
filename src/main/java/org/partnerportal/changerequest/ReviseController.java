package org.partnerportal.changerequest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.invitation.InvitationRefusal;
import org.partnerportal.invitation.InvitationService;
import org.partnerportal.invitation.InvitationView;
import org.partnerportal.invitation.Terms;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.springframework.http.HttpHeaders;
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

/** The partner's answer to a proposal: take it over with one click, or offer something else. */
@Controller
@RequestMapping("/partner/invitations/{id}/revise")
class ReviseController {

    private static final int NO_VERSION = 0;

    private final ChangeRequestService changeRequests;
    private final InvitationService invitations;
    private final EntraRoles roles;

    ReviseController(ChangeRequestService changeRequests, InvitationService invitations, EntraRoles roles) {
        this.changeRequests = changeRequests;
        this.invitations = invitations;
        this.roles = roles;
    }

    @GetMapping
    String compose(@PathVariable UUID id, Actor actor, Model model) {
        Optional<InvitationRefusal> refused = invitations.mayRevise(actor, id);
        if (refused.isPresent() && refused.get().kind() == Refusal.Kind.NOT_ALLOWED) {
            throw new RefusedException(refused.get());
        }
        if (refused.isPresent()) {
            return "redirect:" + page(id); // which shows where the invitation stands
        }
        InvitationView invitation = invitations.sentOne(actor, id);
        Terms proposed = changeRequests.proposed(invitation);
        var form = TermsForm.of(invitation.type(), invitation.termsVersion(), proposed, invitation.note());
        model.addAttribute("form", form);
        return form(invitation, proposed, form, model);
    }

    private String form(InvitationView invitation, Terms proposed, TermsForm form, Model model) {
        model.addAttribute("invitation", invitation);
        model.addAttribute("proposed", proposed);
        model.addAttribute("choice", RolesToChoose.of(roles, invitation.terms().rolesWith(proposed), form.roles()));
        return "changerequest/revise";
    }

    @PostMapping
    String revise(
            @PathVariable UUID id,
            Actor actor,
            @ModelAttribute("form") TermsForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var refusals = invitations.checkRevision(actor, id, form.read()).stream();
        if (FormErrors.reject(refusals, errors, model, response)) {
            InvitationView invitation = invitations.sentOne(actor, id);
            return form(invitation, changeRequests.proposed(invitation), form, model);
        }
        return sent(id, invitations.revise(actor, id, form.read()), request, response, flash);
    }

    /** The offer takes over what the customer proposed. */
    @PostMapping("/accept-proposal")
    String acceptProposal(
            @PathVariable UUID id,
            Actor actor,
            @RequestParam(defaultValue = "") String terms,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        int version = Parse.number(terms).orElse(NO_VERSION);
        Terms asProposed = changeRequests.asProposed(invitations.sentOne(actor, id), version);
        return sent(id, invitations.revise(actor, id, asProposed), request, response, flash);
    }

    private static String sent(
            UUID id,
            Optional<InvitationService.Sent> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        sent.ifPresent(fresh -> response.addHeader(
                HttpHeaders.SET_COOKIE,
                fresh.link().cookie(page(id), request.isSecure()).toString()));
        flash.addFlashAttribute("success", "changerequest.revised.done");
        return "redirect:" + page(id);
    }

    private static String page(UUID id) {
        return "/partner/invitations/" + id;
    }
}
