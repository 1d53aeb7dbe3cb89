package org.partnerportal.subscription;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.FormErrors;
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

/** Your products, and Partner Center > Customers > Subscriptions: what was bought, and what to do with each. */
@Controller
class SubscriptionController {

    private static final String OWN = "/billing/your-products";
    private static final String SOLD = "/partner/customers/{customer}/subscriptions";

    private final SubscriptionService subscriptions;

    SubscriptionController(SubscriptionService subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GetMapping({OWN, SOLD})
    String list(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        Desk desk = subscriptions.desk(actor, customer);
        SubscriptionFilter filter = SubscriptionFilter.of(show, before);
        model.addAttribute("desk", desk);
        model.addAttribute("filter", filter);
        model.addAttribute("shows", SubscriptionFilter.Show.values());
        model.addAttribute("portal", subscriptions.portal());
        model.addAttribute("list", subscriptions.list(desk, filter));
        model.addAttribute("refusal", SubscriptionRules.buy(desk).orElse(null));
        return "subscription/list";
    }

    @GetMapping({OWN + "/{id}", SOLD + "/{id}"})
    String show(
            Actor actor, @PathVariable(required = false) @Nullable UUID customer, @PathVariable UUID id, Model model) {
        Desk desk = subscriptions.desk(actor, customer);
        SubscriptionView view = page(desk, id, model);
        model.addAttribute("form", QuantityForm.of(view));
        return "subscription/subscription";
    }

    private SubscriptionView page(Desk desk, UUID id, Model model) {
        SubscriptionView view = subscriptions.one(desk, id);
        model.addAttribute("desk", desk);
        model.addAttribute("portal", subscriptions.portal());
        model.addAttribute("subscription", view);
        model.addAttribute("may", subscriptions.may(desk, id));
        model.addAttribute("holders", subscriptions.holders(desk, id));
        return view;
    }

    /** What another number comes to, before anything is changed. */
    @GetMapping({OWN + "/{id}/quantity/review", SOLD + "/{id}/quantity/review"})
    String reviewQuantity(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @PathVariable UUID id,
            @ModelAttribute("form") QuantityForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Desk desk = subscriptions.desk(actor, customer);
        SubscriptionView view = page(desk, id, model);
        if (view.quantity() == form.wanted()) {
            return "redirect:" + desk.products() + "/" + id; // nothing to change, or not any more
        }
        subscriptions.mayChange(desk, id);
        if (FormErrors.reject(subscriptions.check(desk, id, form.before(), form.wanted()), errors, model, response)) {
            return "subscription/subscription";
        }
        model.addAttribute("change", subscriptions.change(desk, id, form.wanted()));
        return "subscription/review-quantity";
    }

    @PostMapping({OWN + "/{id}/quantity", SOLD + "/{id}/quantity"})
    String changeQuantity(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @PathVariable UUID id,
            @ModelAttribute("form") QuantityForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Desk desk = subscriptions.desk(actor, customer);
        if (FormErrors.reject(subscriptions.check(desk, id, form.before(), form.wanted()), errors, model, response)) {
            page(desk, id, model);
            return "subscription/subscription";
        }
        subscriptions.changeQuantity(actor, customer, id, form.before(), form.wanted());
        flash.addFlashAttribute("success", "subscription.quantity.done");
        return "redirect:" + desk.products() + "/" + id;
    }

    @GetMapping({OWN + "/{id}/cancel", SOLD + "/{id}/cancel"})
    String askCancel(
            Actor actor, @PathVariable(required = false) @Nullable UUID customer, @PathVariable UUID id, Model model) {
        page(subscriptions.desk(actor, customer), id, model);
        return "subscription/cancel";
    }

    @PostMapping({OWN + "/{id}/cancel", SOLD + "/{id}/cancel"})
    String cancel(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        subscriptions.cancel(actor, customer, id);
        flash.addFlashAttribute("success", "subscription.canceled.done");
        return "redirect:" + subscriptions.desk(actor, customer).products() + "/" + id;
    }

    @PostMapping({OWN + "/{id}/undo-cancel", SOLD + "/{id}/undo-cancel"})
    String undoCancel(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        subscriptions.undoCancel(actor, customer, id);
        flash.addFlashAttribute("success", "subscription.undone.done");
        return "redirect:" + subscriptions.desk(actor, customer).products() + "/" + id;
    }
}
