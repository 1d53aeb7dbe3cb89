package org.partnerportal.home;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerportal.accessreview.AccessReviewService;
import org.partnerportal.agreement.AgreementRules;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.application.ApplicationService;
import org.partnerportal.assignment.AssignmentService;
import org.partnerportal.listing.ListingService;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.operator.JobService;
import org.partnerportal.partneraccount.PartnerAccountStanding;
import org.partnerportal.partneraccount.PartnerAccounts;
import org.partnerportal.referral.ReferralInbox;
import org.partnerportal.referral.SentReferrals;
import org.partnerportal.relationship.PendingOffers;
import org.partnerportal.relationship.RelationshipFilter;
import org.partnerportal.relationship.RelationshipRules;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.Side;
import org.partnerportal.support.SupportService;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: what waits for whoever is signed in, else the public front. */
@Controller
class HomeController {

    private static final RelationshipFilter EXPIRING = RelationshipFilter.of(Side.PARTNER, "expiring", "", "", "");
    private static final int COUNTED = 1_000;

    private final PendingOffers offers;
    private final AgreementService agreements;
    private final RelationshipService relationships;
    private final AssignmentService assignments;
    private final AccessReviewService reviews;
    private final ReferralInbox inbox;
    private final SentReferrals requests;
    private final JobService jobs;
    private final ListingService listings;
    private final SupportService serviceRequests;
    private final ApplicationService applications;
    private final PartnerAccounts partnerAccounts;
    private final StartFigures figures;

    HomeController(
            PendingOffers offers,
            AgreementService agreements,
            RelationshipService relationships,
            AssignmentService assignments,
            AccessReviewService reviews,
            ReferralInbox inbox,
            SentReferrals requests,
            JobService jobs,
            ListingService listings,
            SupportService serviceRequests,
            ApplicationService applications,
            PartnerAccounts partnerAccounts,
            StartFigures figures) {
        this.offers = offers;
        this.agreements = agreements;
        this.relationships = relationships;
        this.assignments = assignments;
        this.reviews = reviews;
        this.inbox = inbox;
        this.requests = requests;
        this.jobs = jobs;
        this.listings = listings;
        this.serviceRequests = serviceRequests;
        this.applications = applications;
        this.partnerAccounts = partnerAccounts;
        this.figures = figures;
    }

    @GetMapping("/")
    String home(@Nullable Actor actor, @Nullable AdminCenter center, Locale locale, Model model) {
        if (actor == null || center == null) {
            return "home/front";
        }
        model.addAttribute(
                "accountStanding",
                partnerAccounts
                        .standing(actor)
                        .filter(PartnerAccountStanding::isLess)
                        .orElse(null));
        model.addAttribute("offers", offers.waitingFor(actor));
        boolean customer = AgreementRules.mayAccept(actor) || actor.maySeeRelationships();
        boolean hasPartner = customer && relationships.hasPartner(actor.tenant());
        boolean agreementMayWait = AgreementRules.mayAccept(actor) && hasPartner;
        model.addAttribute("withoutPartner", actor.maySeeRelationships() && !hasPartner && !actor.isAgent());
        model.addAttribute("agreementStanding", agreementMayWait ? agreements.standing(actor.tenant()) : null);
        boolean rolesWait = actor.isAgent() && !assignments.unassigned(actor, 1).isEmpty();
        model.addAttribute("rolesWait", rolesWait);
        model.addAttribute("expiring", actor.isAgent() ? relationships.countCustomers(actor, EXPIRING, COUNTED) : 0);
        model.addAttribute("mayRenew", RelationshipRules.manageCustomers(actor).isEmpty());
        model.addAttribute("review", reviews.waiting(actor).orElse(null));
        model.addAttribute("newReferrals", inbox.countNew(actor));
        model.addAttribute("openRequests", requests.countOpen(actor));
        model.addAttribute("waitingServiceRequests", serviceRequests.countWaiting(center));
        model.addAttribute("customersServiceRequests", serviceRequests.countWaitingOfCustomers(actor));
        model.addAttribute("answeredServiceRequests", serviceRequests.countAnswered(actor));
        model.addAttribute("failing", actor.isOperator() ? jobs.failing(actor) : 0);
        model.addAttribute("listingNeed", listings.need(actor).orElse(null));
        model.addAttribute("listingsWaiting", actor.isOperator() ? listings.countWaiting(actor) : 0);
        model.addAttribute("versionsWaiting", applications.countWaiting(actor));
        StartFigures.Shown shown = figures.of(actor, center, locale);
        model.addAttribute("figures", shown.figures());
        model.addAttribute("charts", shown.charts());
        return "home/start";
    }
}
