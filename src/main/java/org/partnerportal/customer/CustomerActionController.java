package org.partnerportal.customer;

import java.util.List;
import java.util.UUID;
import org.partnerportal.relationship.RelationshipActions.Action;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.Stopping;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a partner does with one relationship: switch auto-extend, end; each asked first. */
@Controller
@RequestMapping("/partner/customers/{customer}/{relationship}")
class CustomerActionController {

    private final RelationshipService relationships;
    private final List<Stopping> features;
    private final TenantService tenants;

    CustomerActionController(RelationshipService relationships, List<Stopping> features, TenantService tenants) {
        this.relationships = relationships;
        this.features = features;
        this.tenants = tenants;
    }

    /** The question, as a page for browsers without dialogs. */
    private String ask(Action action, UUID customer, UUID relationship, Actor actor, Model model) {
        TenantId id = new TenantId(customer);
        List<RelationshipView> views = relationships.withCustomer(actor, id);
        RelationshipView view = RelationshipService.only(views, relationship);
        model.addAttribute("action", action.word());
        model.addAttribute("customer", tenants.tenant(id));
        model.addAttribute("relationship", view);
        model.addAttribute("stops", Stopping.parts(features, views));
        model.addAttribute("reason", relationships.mayAsPartner(actor, view).reason(action, view));
        return "customer/ask";
    }

    private static String done(UUID customer, String message, RedirectAttributes flash) {
        flash.addFlashAttribute("success", message);
        return "redirect:/partner/customers/" + customer;
    }

    @GetMapping("/auto-extend")
    String askAutoExtend(@PathVariable UUID customer, @PathVariable UUID relationship, Actor actor, Model model) {
        return ask(Action.AUTO_EXTEND, customer, relationship, actor, model);
    }

    @PostMapping("/auto-extend")
    String switchAutoExtend(
            @PathVariable UUID customer,
            @PathVariable UUID relationship,
            @RequestParam(defaultValue = "false") boolean on,
            Actor actor,
            RedirectAttributes flash) {
        relationships.switchAutoExtendAsPartner(actor, new TenantId(customer), relationship, on);
        return done(
                customer, on ? "relationship.auto-extend.switched-on" : "relationship.auto-extend.switched-off", flash);
    }

    @GetMapping("/end")
    String askEnd(@PathVariable UUID customer, @PathVariable UUID relationship, Actor actor, Model model) {
        return ask(Action.END, customer, relationship, actor, model);
    }

    @PostMapping("/end")
    String end(@PathVariable UUID customer, @PathVariable UUID relationship, Actor actor, RedirectAttributes flash) {
        relationships.endAsPartner(actor, new TenantId(customer), relationship);
        return done(customer, "customer.ended", flash);
    }
}
