package org.partnerportal.subscription;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Purchase services, and the same in Partner Center for a customer: what there is, and buying it. */
@Controller
class CatalogueController {

    private static final String OWN = "/billing/purchase-services";
    private static final String SOLD = "/partner/customers/{customer}/subscriptions/new";

    private static final String BUY = "subscription/buy";

    private final SubscriptionService subscriptions;

    CatalogueController(SubscriptionService subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GetMapping({OWN, SOLD})
    String catalogue(Actor actor, @PathVariable(required = false) @Nullable UUID customer, Model model) {
        Desk desk = subscriptions.desk(actor, customer);
        model.addAttribute("desk", desk);
        model.addAttribute("audiences", Product.Audience.values());
        model.addAttribute("offers", subscriptions.catalogue(desk));
        model.addAttribute("refusal", SubscriptionRules.buy(desk).orElse(null));
        return "subscription/catalogue";
    }

    @GetMapping({OWN + "/{product}", SOLD + "/{product}"})
    String compose(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @PathVariable String product,
            @ModelAttribute("typed") PurchaseForm typed,
            Model model) {
        Product chosen = product(product);
        page(subscriptions.desk(actor, customer), chosen, model);
        model.addAttribute("form", typed.anew(chosen));
        return BUY;
    }

    private static Product product(String word) {
        return Product.of(word).orElseThrow(NotFoundException::new);
    }

    private void page(Desk desk, Product product, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("offer", subscriptions.offer(desk, product));
    }

    /** What the purchase comes to, before anything is bought. */
    @GetMapping({OWN + "/{product}/review", SOLD + "/{product}/review"})
    String review(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @PathVariable String product,
            @ModelAttribute("form") PurchaseForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Product chosen = product(product);
        Desk desk = subscriptions.desk(actor, customer);
        Purchase purchase = form.purchase(chosen);
        UUID id = form.subscription();
        page(desk, chosen, model);
        if (subscriptions.isBought(desk, id, purchase)) {
            return "redirect:" + desk.products() + "/" + id; // somebody came back to it afterwards
        }
        if (SubscriptionRules.buy(desk, chosen).isPresent()
                || FormErrors.reject(subscriptions.check(purchase), errors, model, response)) {
            return BUY;
        }
        model.addAttribute("id", id);
        model.addAttribute("order", subscriptions.order(desk, purchase));
        return "subscription/review";
    }

    @PostMapping({OWN + "/{product}", SOLD + "/{product}"})
    String buy(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @PathVariable String product,
            @ModelAttribute("form") PurchaseForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Product chosen = product(product);
        Desk desk = subscriptions.desk(actor, customer);
        Purchase purchase = form.purchase(chosen);
        UUID id = form.subscription();
        boolean first = SubscriptionRules.buy(desk, chosen).isEmpty() && !subscriptions.isBought(desk, id, purchase);
        if (first && FormErrors.reject(subscriptions.check(purchase), errors, model, response)) {
            page(desk, chosen, model);
            return BUY;
        }
        UUID bought = subscriptions.buy(actor, customer, id, purchase);
        flash.addFlashAttribute("success", "subscription.bought.done");
        return "redirect:" + desk.products() + "/" + bought;
    }
}
