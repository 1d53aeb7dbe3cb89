package org.partnerportal.relationship;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Settings > Partner relationships: the list, a partner's page, and taking its roles away. */
@Controller
@RequestMapping("/settings/partner-relationships")
class PartnerRelationshipController {

    private static final int LATEST = 10;

    private final RelationshipService relationships;
    private final PendingOffers offers;
    private final PartnerHistory history;
    private final TenantService tenants;

    PartnerRelationshipController(
            RelationshipService relationships, PendingOffers offers, PartnerHistory history, TenantService tenants) {
        this.relationships = relationships;
        this.offers = offers;
        this.history = history;
        this.tenants = tenants;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        RelationshipFilter filter = RelationshipFilter.of(show, q, sort, after);
        model.addAttribute("filter", filter);
        if (filter.show() == RelationshipFilter.Show.PENDING) {
            relationships.requireReader(actor);
            model.addAttribute("offers", offers.waitingFor(actor));
            return "relationship/pending";
        }
        model.addAttribute("list", relationships.partners(actor, filter));
        return "relationship/list";
    }

    @GetMapping("/{partner}")
    String partner(@PathVariable UUID partner, Actor actor, Model model) {
        TenantId partnerId = new TenantId(partner);
        List<PartnerPageLine> lines = relationships.withPartner(actor, partnerId).stream()
                .map(relationship -> new PartnerPageLine(
                        relationship,
                        relationships.mayRemoveRoles(actor, relationship).orElse(null)))
                .toList();
        model.addAttribute("partner", tenants.partner(partnerId));
        model.addAttribute("lines", lines);
        model.addAttribute("administrators", tenants.billingAdministrators(actor.tenant()));
        model.addAttribute("history", history.latest(actor.tenant(), partnerId, LATEST));
        return "relationship/partner";
    }

    @GetMapping("/{partner}/{relationship}/remove-roles")
    String askRemoveRoles(@PathVariable UUID partner, @PathVariable UUID relationship, Actor actor, Model model) {
        TenantId partnerId = new TenantId(partner);
        RelationshipView view = relationships.one(actor, partnerId, relationship);
        model.addAttribute("partner", tenants.partner(partnerId));
        model.addAttribute(
                "line",
                new PartnerPageLine(
                        view, relationships.mayRemoveRoles(actor, view).orElse(null)));
        model.addAttribute("administrators", tenants.billingAdministrators(actor.tenant()));
        return "relationship/remove-roles";
    }

    @PostMapping("/{partner}/{relationship}/remove-roles")
    String removeRoles(
            @PathVariable UUID partner, @PathVariable UUID relationship, Actor actor, RedirectAttributes flash) {
        relationships.removeRoles(actor, new TenantId(partner), relationship);
        flash.addFlashAttribute("success", "relationship.roles.removed");
        return "redirect:/settings/partner-relationships/" + partner;
    }

    /** A relationship on the partner's page, with the reason why its roles can't be removed, if there is one. */
    record PartnerPageLine(
            RelationshipView relationship, @Nullable RelationshipRefusal refusal) {}
}
