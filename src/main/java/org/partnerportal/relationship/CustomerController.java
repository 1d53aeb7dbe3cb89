package org.partnerportal.relationship;

import org.jspecify.annotations.Nullable;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Partner Center > Customers: with whom the partner works, and by which roles now. */
@Controller
class CustomerController {

    private final RelationshipService relationships;

    CustomerController(RelationshipService relationships) {
        this.relationships = relationships;
    }

    @GetMapping("/partner/customers")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        RelationshipFilter filter = RelationshipFilter.of(show, q, sort, after);
        model.addAttribute("filter", filter);
        model.addAttribute("list", relationships.customers(actor, filter));
        return "relationship/customers";
    }
}
