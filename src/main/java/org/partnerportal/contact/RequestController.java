package org.partnerportal.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.referral.SentReferrals;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** My requests: what the person, or the person's organisation, has asked of partners, and what becomes of it. */
@Controller
@RequestMapping("/requests")
class RequestController {

    private final SentReferrals referrals;

    RequestController(SentReferrals referrals) {
        this.referrals = referrals;
    }

    @GetMapping
    String list(Actor actor, @RequestParam(required = false) @Nullable String before, Model model) {
        UUID from = Parse.uuid(before).orElse(null);
        model.addAttribute("list", referrals.sent(actor, from));
        model.addAttribute("older", from != null);
        return "contact/requests";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("sent", referrals.sentOne(actor, id));
        return "contact/request";
    }

    @GetMapping("/{id}/withdraw")
    String askWithdraw(@PathVariable UUID id, Actor actor, Model model) {
        SentReferrals.SentOne sent = referrals.sentOne(actor, id);
        if (sent.withdrawRefusal() != null) {
            return "redirect:/requests/{id}"; // which says why not
        }
        model.addAttribute("sent", sent);
        return "contact/withdraw";
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        referrals.withdraw(actor, id);
        flash.addFlashAttribute("success", "contact.withdrawn");
        return "redirect:/requests/{id}";
    }
}
