package org.partnerportal.onbehalf;

import java.util.Set;
import java.util.UUID;
import org.partnerportal.shared.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A customer's admin center for a partner's people: its first page, and why some pages are not in it. */
@Controller
@RequestMapping("/on-behalf/{customer}")
class OnBehalfController {

    /** Pages that nobody opens on behalf of a customer. */
    private static final Set<String> NOT_ON_BEHALF =
            Set.of("purchase-services", "your-products", "bills-and-payments", "domain-subscriptions");

    @PostMapping
    String enter(AdminCenter center) {
        return "redirect:" + center.base();
    }

    @GetMapping
    String start() {
        return "onbehalf/start";
    }

    @GetMapping("/billing/{billing}")
    String notOnBehalf(@PathVariable UUID customer, @PathVariable String billing, Model model) {
        if (!NOT_ON_BEHALF.contains(billing)) {
            throw new NotFoundException();
        }
        model.addAttribute("billing", billing);
        model.addAttribute("customer", customer);
        return "onbehalf/not-on-behalf";
    }
}
