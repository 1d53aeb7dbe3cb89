package org.partnerportal.changerequest;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.invitation.InvitationService;
import org.partnerportal.invitation.InvitationView;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customer's page to ask the partner for another offer. */
@Controller
@RequestMapping("/invitation/{id}/request-changes")
class RequestChangesController {

    private final InvitationService invitations;
    private final TenantService tenants;
    private final EntraRoles roles;

    RequestChangesController(InvitationService invitations, TenantService tenants, EntraRoles roles) {
        this.invitations = invitations;
        this.tenants = tenants;
        this.roles = roles;
    }

    @GetMapping
    String compose(@PathVariable UUID id, Actor actor, Model model) {
        if (invitations.mayAnswer(actor, id).isPresent()) {
            return "redirect:/invitation/" + id; // which says why
        }
        InvitationView invitation = invitations.received(actor, id);
        var form = TermsForm.of(invitation.type(), invitation.termsVersion(), invitation.terms(), "");
        model.addAttribute("form", form);
        return page(invitation, form, model);
    }

    private String page(InvitationView invitation, TermsForm form, Model model) {
        model.addAttribute("invitation", invitation);
        model.addAttribute("partner", tenants.partner(invitation.partner()));
        model.addAttribute("choice", RolesToChoose.of(roles, invitation.roles(), form.roles()));
        return "changerequest/request";
    }

    @PostMapping
    String requestChanges(
            @PathVariable UUID id,
            Actor actor,
            @ModelAttribute("form") TermsForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var refusals = invitations.checkProposal(actor, id, form.read()).stream();
        if (FormErrors.reject(refusals, errors, model, response)) {
            return page(invitations.received(actor, id), form, model);
        }
        invitations.requestChanges(actor, id, form.read());
        flash.addFlashAttribute("success", "changerequest.requested.done");
        return "redirect:/invitation/" + id;
    }
}
