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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings > Partner relationships: the list, and a partner's page. */
@Controller
@RequestMapping("/settings/partner-relationships")
class PartnerRelationshipController {

    private static final int HISTORY_PAGE = 20;

    private final RelationshipService relationships;
    private final PendingOffers offers;
    private final PartnerHistory history;
    private final FirstRequests requests;
    private final RoleHolders holders;
    private final List<Stopping> features;
    private final TenantService tenants;

    PartnerRelationshipController(
            RelationshipService relationships,
            PendingOffers offers,
            PartnerHistory history,
            FirstRequests requests,
            RoleHolders holders,
            List<Stopping> features,
            TenantService tenants) {
        this.relationships = relationships;
        this.offers = offers;
        this.history = history;
        this.requests = requests;
        this.holders = holders;
        this.features = features;
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
        RelationshipFilter filter = RelationshipFilter.of(Side.CUSTOMER, show, q, sort, after);
        model.addAttribute("filter", filter);
        model.addAttribute("shows", RelationshipFilter.Show.of(Side.CUSTOMER));
        if (filter.show() == RelationshipFilter.Show.PENDING) {
            relationships.requireReader(actor);
            model.addAttribute("offers", offers.waitingFor(actor));
            return "relationship/pending";
        }
        model.addAttribute("list", relationships.partners(actor, filter));
        model.addAttribute("mpsaPartners", relationships.hasSeveral(actor.tenant(), PartnerType.MPSA));
        return "relationship/list";
    }

    @GetMapping("/{partner}")
    String partner(
            @PathVariable UUID partner,
            @RequestParam(required = false) @Nullable String before,
            Actor actor,
            Model model) {
        TenantId partnerId = new TenantId(partner);
        List<RelationshipView> views = relationships.withPartner(actor, partnerId);
        model.addAttribute("partner", tenants.partner(partnerId));
        model.addAttribute("requests", requests.toPartner(actor, partnerId));
        model.addAttribute("views", views);
        model.addAttribute("renewals", offers.renewals(actor, views));
        model.addAttribute(
                "lines",
                views.stream()
                        .map(view -> new Line(view, relationships.may(actor, view)))
                        .toList());
        model.addAttribute("stops", Stopping.parts(features, views));
        model.addAttribute("timeline", relationships.timeline(views));
        model.addAttribute("administrators", tenants.billingAdministrators(actor.tenant()));
        model.addAttribute("holders", holders.of(views));
        model.addAttribute("history", history.page(actor.tenant(), partnerId, before, HISTORY_PAGE));
        model.addAttribute("older", before != null);
        return "relationship/partner";
    }

    /** A relationship on a page, with what the person may do with it. */
    record Line(RelationshipView relationship, RelationshipActions may) {}
}
