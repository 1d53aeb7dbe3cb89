package org.partnerportal.invitation;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PendingOffers;
import org.partnerportal.shared.Origin;
import org.partnerportal.tenant.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where mailed links arrive. The link moves to the session and out of the address at once; nothing is looked up before
 * somebody has signed in, so a stranger learns nothing from any link, by look or by time, and tries are limited alike for
 * links that lead somewhere and for those that do not.
 */
@Controller
class LinkController {

    /** Kept when somebody switches the account. */
    static final String SESSION_ATTRIBUTE = "kept.invitation";

    private final InvitationService invitations;
    private final PendingOffers offers;

    LinkController(InvitationService invitations, PendingOffers offers) {
        this.invitations = invitations;
        this.offers = offers;
    }

    @GetMapping("/i/{token}")
    ResponseEntity<Void> follow(@PathVariable String token, Origin origin, HttpSession session) {
        invitations.tryLink(origin);
        session.setAttribute(SESSION_ATTRIBUTE, new Link(token).sha256());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/invitation")
                .build();
    }

    @GetMapping("/invitation")
    String arrive(@Nullable Actor actor, HttpSession session, Model model, RedirectAttributes flash) {
        if (actor == null) {
            return "invitation/arrive";
        }
        Optional<String> link = Optional.ofNullable((String) session.getAttribute(SESSION_ATTRIBUTE));
        Opening opening = invitations.follow(actor, link);
        if (opening instanceof Opening.Here here) {
            flash.addFlashAttribute("success", model.getAttribute("success")); // whatever brought the person here
            return "redirect:/invitation/" + here.invitation();
        }
        if (opening instanceof Opening.WrongAccount wrong) {
            model.addAttribute("email", wrong.maskedEmail());
            return "invitation/wrong-account";
        }
        model.addAttribute("offers", offers.waitingFor(actor));
        return "invitation/unknown";
    }
}
