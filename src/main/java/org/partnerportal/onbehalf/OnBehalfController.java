package org.partnerportal.onbehalf;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.shared.NotFoundException;
import org.springframework.http.HttpStatus;
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

    /** Pages that nobody opens on behalf of a customer, and whatever lies below them. */
    private static final Set<String> NOT_ON_BEHALF = Set.of("purchase-services", "your-products", "bills-and-payments");

    private static final String DOMAINS = "domain-subscriptions";

    @PostMapping
    String enter(AdminCenter center) {
        return "redirect:" + center.base();
    }

    @GetMapping
    String start() {
        return "onbehalf/start";
    }

    @GetMapping("/billing/{billing}/**")
    String notOnBehalf(
            @PathVariable UUID customer, @PathVariable String billing, Model model, HttpServletResponse response) {
        if (!NOT_ON_BEHALF.contains(billing)) {
            throw new NotFoundException();
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return why(customer, billing, model);
    }

    /** Nothing is there; said where it is still told for whom somebody acts. */
    @GetMapping("/**")
    String unknown() {
        throw new NotFoundException();
    }

    /** Who may manage domains, and that nobody does it on behalf. */
    @GetMapping("/billing/" + DOMAINS)
    String domains(@PathVariable UUID customer, Model model) {
        return why(customer, DOMAINS, model);
    }

    private static String why(UUID customer, String billing, Model model) {
        model.addAttribute("billing", billing);
        model.addAttribute("customer", customer);
        return "onbehalf/not-on-behalf";
    }
}
