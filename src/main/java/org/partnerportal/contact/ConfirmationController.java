package org.partnerportal.contact;

import org.partnerportal.referral.ReferralService;
import org.partnerportal.shared.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the link leads that proves a sender's address. Opening it changes nothing: scanners open links. */
@Controller
@RequestMapping("/contact/{token}")
class ConfirmationController {

    private final ReferralService referrals;

    ConfirmationController(ReferralService referrals) {
        this.referrals = referrals;
    }

    @GetMapping
    String show(@PathVariable String token, Model model) {
        model.addAttribute("linked", referrals.linked(token).orElseThrow(NotFoundException::new));
        model.addAttribute("token", token);
        return "contact/confirm";
    }

    @PostMapping
    String confirm(@PathVariable String token) {
        referrals.confirm(token);
        return "redirect:/contact/{token}";
    }
}
