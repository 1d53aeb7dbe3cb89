package org.partnerportal.subscription;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Purchase services, and the same in Partner Center for a customer: what there is, and buying it. */
@Controller
class CatalogueController {

    private static final String OWN = "/billing/purchase-services";
    private static final String SOLD = "/partner/customers/{customer}/subscriptions/new";

    private static final String SOFTWARE = OWN + "/software/{software}";

    private static final String BUY = "subscription/buy";

    private final SubscriptionService subscriptions;

    CatalogueController(SubscriptionService subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GetMapping({OWN, SOLD})
    String catalogue(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        Desk desk = subscriptions.desk(actor, customer);
        model.addAttribute("desk", desk);
        model.addAttribute("audiences", Product.Audience.values());
        model.addAttribute("offers", subscriptions.catalogue(desk));
        model.addAttribute(
                "software", subscriptions.software(desk, Parse.uuid(before).orElse(null)));
        model.addAttribute("refusal", SubscriptionRules.buy(desk).orElse(null));
        return "subscription/catalogue";
    }

    @GetMapping({OWN + "/{product}", SOLD + "/{product}", SOFTWARE})
    String compose(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @PathVariable(required = false) @Nullable String product,
            @PathVariable(required = false) @Nullable UUID software,
            @ModelAttribute("typed") PurchaseForm typed,
            Model model) {
        Desk desk = subscriptions.desk(actor, customer);
        Offer offer = offer(desk, product, software);
        page(desk, offer, model);
        model.addAttribute("form", typed.anew(offer));
        return BUY;
    }

    /** What the address names: a product of the catalogue, or one of a vendor's. */
    private Offer offer(Desk desk, @Nullable String word, @Nullable UUID software) {
        return software == null
                ? Offer.of(desk, Optional.ofNullable(word).flatMap(Product::of).orElseThrow(NotFoundException::new))
                : subscriptions.offer(desk, software);
    }

    private static void page(Desk desk, Offer offer, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("offer", offer);
    }

    /** What the purchase comes to, before anything is bought. */
    @GetMapping({OWN + "/{product}/review", SOLD + "/{product}/review", SOFTWARE + "/review"})
    String review(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @PathVariable(required = false) @Nullable String product,
            @PathVariable(required = false) @Nullable UUID software,
            @ModelAttribute("form") PurchaseForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Desk desk = subscriptions.desk(actor, customer);
        Offer offer = offer(desk, product, software);
        Purchase purchase = form.purchase(offer);
        UUID id = form.subscription();
        page(desk, offer, model);
        if (subscriptions.isBought(desk, id, purchase)) {
            return "redirect:" + desk.products() + "/" + id; // somebody came back to it afterwards
        }
        if (offer.refusal() != null
                || FormErrors.reject(subscriptions.check(purchase, offer), errors, model, response)) {
            return BUY;
        }
        model.addAttribute("id", id);
        model.addAttribute("order", subscriptions.order(purchase, offer));
        return "subscription/review";
    }

    @PostMapping({OWN + "/{product}", SOLD + "/{product}", SOFTWARE})
    String buy(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @PathVariable(required = false) @Nullable String product,
            @PathVariable(required = false) @Nullable UUID software,
            @ModelAttribute("form") PurchaseForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Desk desk = subscriptions.desk(actor, customer);
        Offer offer = offer(desk, product, software);
        Purchase purchase = form.purchase(offer);
        UUID id = form.subscription();
        boolean first = offer.refusal() == null && !subscriptions.isBought(desk, id, purchase);
        if (first && FormErrors.reject(subscriptions.check(purchase, offer), errors, model, response)) {
            page(desk, offer, model);
            return BUY;
        }
        UUID bought = subscriptions.buy(actor, customer, id, purchase);
        flash.addFlashAttribute("success", "subscription.bought.done");
        return "redirect:" + desk.products() + "/" + bought;
    }
}
