package org.partnerportal.invitation;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.agreement.CurrentAgreement;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Origin;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Contact;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The invitation as the customer sees it: accept agreement and authorize partner, decline, and every other end. */
@Controller
@RequestMapping("/invitation/{id}")
class InvitationController {

    private static final UUID NOBODY = new UUID(0, 0);

    private final InvitationService invitations;
    private final InvitationThread thread;
    private final InvitationOccasion occasions;
    private final AgreementService agreements;
    private final TenantService tenants;

    InvitationController(
            InvitationService invitations,
            InvitationThread thread,
            InvitationOccasion occasions,
            AgreementService agreements,
            TenantService tenants) {
        this.invitations = invitations;
        this.thread = thread;
        this.occasions = occasions;
        this.agreements = agreements;
        this.tenants = tenants;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Locale locale, Model model) {
        ReceivedInvitation received = invitations.open(actor, id);
        CurrentAgreement agreement = agreements.current(locale);
        model.addAttribute("form", AcceptForm.of(received.invitation(), agreement.id(), agreement.language()));
        return page(received, agreement, actor, model);
    }

    private String page(ReceivedInvitation received, CurrentAgreement agreement, Actor actor, Model model) {
        model.addAttribute("received", received);
        model.addAttribute("invitation", received.invitation());
        model.addAttribute("renewed", invitations.renewedBy(actor, received.invitation()));
        model.addAttribute("partner", tenants.partner(received.invitation().partner()));
        model.addAttribute("asked", asked(actor, received));
        model.addAttribute("agreement", agreement);
        model.addAttribute("record", agreements.accepted(actor.tenant()).orElse(null));
        model.addAttribute("administrators", tenants.billingAdministrators(actor.tenant()));
        model.addAttribute("approvers", approvers(received, actor));
        model.addAttribute(
                "thread", thread.of(actor.tenant(), received.invitation().id()));
        return received.invitation().status() == InvitationStatus.PENDING ? "invitation/accept" : "invitation/answered";
    }

    private InvitationOccasion.@Nullable Asked asked(Actor actor, ReceivedInvitation received) {
        InvitationView invitation = received.invitation();
        return occasions.asked(actor, invitation.partner(), invitation.id()).orElse(null);
    }

    /** The Global Administrators to whom this person can still hand the offer. */
    private List<Contact> approvers(ReceivedInvitation received, Actor actor) {
        return received.mayAskApprover()
                ? tenants.globalAdministrators(actor.tenant()).stream()
                        .filter(person -> !received.isAsked(person.account()))
                        .toList()
                : List.of();
    }

    @PostMapping("/accept")
    String accept(
            @PathVariable UUID id,
            Actor actor,
            Origin origin,
            Locale locale,
            @ModelAttribute("form") AcceptForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        var refusals = invitations.mayAccept(actor, id, form.acceptance()).stream();
        if (FormErrors.reject(refusals, errors, model, response)) {
            return page(invitations.open(actor, id), agreements.current(locale), actor, model);
        }
        invitations.accept(actor, id, form.acceptance(), origin);
        return "redirect:/invitation/" + id + "/confirmation";
    }

    /** What was agreed, with its reference number; stays there for ever. */
    @GetMapping("/confirmation")
    String confirmation(@PathVariable UUID id, Actor actor, Model model) {
        ReceivedInvitation received = invitations.open(actor, id);
        if (received.invitation().status() != InvitationStatus.ACCEPTED) {
            return "redirect:/invitation/" + id;
        }
        model.addAttribute("received", received);
        model.addAttribute("invitation", received.invitation());
        model.addAttribute("partner", tenants.partner(received.invitation().partner()));
        model.addAttribute("asked", asked(actor, received));
        model.addAttribute("granted", invitations.granted(actor, received.invitation()));
        model.addAttribute("record", agreements.accepted(actor.tenant()).orElse(null));
        return "invitation/confirmation";
    }

    @GetMapping("/decline")
    String askDecline(@PathVariable UUID id, Actor actor, Model model) {
        return declinePage(invitations.open(actor, id), model);
    }

    private String declinePage(ReceivedInvitation received, Model model) {
        if (received.declineRefusal() != null) {
            return "redirect:/invitation/" + received.invitation().id();
        }
        model.addAttribute("invitation", received.invitation());
        model.addAttribute("partner", tenants.partner(received.invitation().partner()));
        return "invitation/decline";
    }

    @PostMapping("/decline")
    String decline(
            @PathVariable UUID id,
            Actor actor,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<InvitationRefusal> invalid = invitations
                .mayDecline(actor, id, reason.strip())
                .filter(refusal -> refusal.kind() == Refusal.Kind.INVALID);
        if (invalid.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("invalid", true);
            model.addAttribute("refusal", invalid.get());
            model.addAttribute("reason", reason);
            return declinePage(invitations.open(actor, id), model);
        }
        invitations.decline(actor, id, reason.strip());
        flash.addFlashAttribute("success", "invitation.declined.done");
        return "redirect:/invitation/" + id;
    }

    @PostMapping("/ask-colleagues")
    String askColleagues(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        invitations.askColleagues(actor, id);
        flash.addFlashAttribute("success", "invitation.colleagues.asked");
        return "redirect:/invitation/" + id;
    }

    /** Hands the offer to a Global Administrator by name. */
    @PostMapping("/ask-approver")
    String askApprover(
            @PathVariable UUID id,
            Actor actor,
            @RequestParam(defaultValue = "") String approver,
            RedirectAttributes flash) {
        invitations.askApprover(actor, id, Parse.uuid(approver).orElse(NOBODY));
        flash.addFlashAttribute("success", "changerequest.approver.asked.done");
        return "redirect:/invitation/" + id;
    }

    @PostMapping("/ask-again")
    String askAgain(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        invitations.askAgain(actor, id);
        flash.addFlashAttribute("success", "invitation.again.asked");
        return "redirect:/invitation/" + id;
    }
}
