package org.partnerportal.support;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Partner Center > Customers' service requests: what waits at all the customers, in one list. */
@Controller
class CustomerSupportController {

    /** What is closed is looked up in the customer's own list. */
    private static final List<SupportFilter.Show> SHOWS =
            List.of(SupportFilter.Show.OPEN, SupportFilter.Show.WAITING, SupportFilter.Show.MINE);

    private final SupportService requests;

    CustomerSupportController(SupportService requests) {
        this.requests = requests;
    }

    @GetMapping("/partner/support-requests")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        SupportFilter asked = SupportFilter.of(show, q, after);
        SupportFilter filter = SHOWS.contains(asked.show()) ? asked : SupportFilter.of(null, q, after);
        model.addAttribute("filter", filter);
        model.addAttribute("shows", SHOWS);
        model.addAttribute("list", requests.ofCustomers(actor, filter));
        return "support/customers";
    }
}
