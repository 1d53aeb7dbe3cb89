package org.partnerportal.customer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.assignment.AssignmentService;
import org.partnerportal.customeragreement.CustomerAgreementService;
import org.partnerportal.onbehalf.AdminCenters;
import org.partnerportal.relationship.FirstRequests;
import org.partnerportal.relationship.PartnerHistory;
import org.partnerportal.relationship.PendingOffers;
import org.partnerportal.relationship.RelationshipActions;
import org.partnerportal.relationship.RelationshipFilter;
import org.partnerportal.relationship.RelationshipList;
import org.partnerportal.relationship.RelationshipRules;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.Side;
import org.partnerportal.relationship.Stopping;
import org.partnerportal.shared.CsvFile;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Partner Center > Customers: with whom the partner works, by which roles and until when; and one customer's page. */
@Controller
class CustomerController {

    private static final int LATEST = 10;
    private static final int BATCH = 500;

    private final RelationshipService relationships;
    private final AssignmentService assignments;
    private final CustomerAgreementService agreements;
    private final AdminCenters centers;
    private final PendingOffers offers;
    private final PartnerHistory history;
    private final FirstRequests requests;
    private final List<Stopping> features;
    private final TenantService tenants;
    private final CustomerWords words;

    CustomerController(
            RelationshipService relationships,
            AssignmentService assignments,
            CustomerAgreementService agreements,
            AdminCenters centers,
            PendingOffers offers,
            PartnerHistory history,
            FirstRequests requests,
            List<Stopping> features,
            TenantService tenants,
            CustomerWords words) {
        this.relationships = relationships;
        this.assignments = assignments;
        this.agreements = agreements;
        this.centers = centers;
        this.offers = offers;
        this.history = history;
        this.requests = requests;
        this.features = features;
        this.tenants = tenants;
        this.words = words;
    }

    @GetMapping("/partner/customers")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        RelationshipFilter filter = RelationshipFilter.of(Side.PARTNER, show, q, sort, after);
        model.addAttribute("filter", filter);
        model.addAttribute("shows", RelationshipFilter.Show.of(Side.PARTNER));
        model.addAttribute("list", relationships.customers(actor, filter));
        model.addAttribute("mayManage", RelationshipRules.manageCustomers(actor).isEmpty());
        return "customer/list";
    }

    /** The same rows as on the pages, all of them, sent as they are read. */
    @GetMapping("/partner/customers.csv")
    void csv(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            HttpServletResponse response) {
        RelationshipFilter filter = RelationshipFilter.of(Side.PARTNER, show, q, sort, null);
        RelationshipList.Batch batch = relationships.customers(actor, filter, BATCH);
        try (var file = CsvFile.of(response, "customers.csv")) {
            file.row(words.heading());
            batch.lines().forEach(line -> file.row(words.cells(line)));
            while (batch.next() != null) {
                batch = relationships.customers(actor, filter.from(batch.next()), BATCH);
                batch.lines().forEach(line -> file.row(words.cells(line)));
            }
        }
    }

    @GetMapping("/partner/customers/{customer}")
    String customer(@PathVariable UUID customer, Actor actor, Model model) {
        TenantId id = new TenantId(customer);
        List<RelationshipView> views = relationships.withCustomer(actor, id);
        model.addAttribute("customer", tenants.tenant(id));
        model.addAttribute("requests", requests.fromCustomer(actor, id));
        model.addAttribute("views", views);
        model.addAttribute(
                "lines",
                views.stream()
                        .map(view -> new Line(view, relationships.mayAsPartner(actor, view)))
                        .toList());
        model.addAttribute("stops", Stopping.parts(features, views));
        model.addAttribute(
                "unassigned",
                assignments.unassigned(
                        actor, views.stream().map(RelationshipView::id).toList()));
        model.addAttribute("agreement", agreements.of(actor, id, views));
        model.addAttribute("onBehalf", centers.mayEnter(actor, id).orElse(null));
        model.addAttribute("renewals", offers.renewals(actor, views));
        model.addAttribute("history", actor.maySeeHistory() ? history.latest(id, actor.tenant(), LATEST) : List.of());
        return "customer/customer";
    }

    /** A relationship on a page, with what the person may do with it. */
    record Line(RelationshipView relationship, RelationshipActions may) {}
}
