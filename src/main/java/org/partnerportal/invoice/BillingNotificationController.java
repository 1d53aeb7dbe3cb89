package org.partnerportal.invoice;

import org.jspecify.annotations.Nullable;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.shared.Parse;
import org.partnerportal.subscription.SubscriptionRules;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Billing notifications, own and on behalf. */
@Controller
@RequestMapping({"/billing/billing-notifications", "/on-behalf/{customer}/billing/billing-notifications"})
class BillingNotificationController {

    private final BillingNotificationService notifications;

    BillingNotificationController(BillingNotificationService notifications) {
        this.notifications = notifications;
    }

    @GetMapping
    String list(AdminCenter center, @RequestParam(required = false) @Nullable String before, Model model) {
        model.addAttribute("list", notifications.page(center, Parse.uuid(before).orElse(null)));
        model.addAttribute(
                "opens",
                !center.onBehalf() && SubscriptionRules.see(center.actor()).isEmpty());
        return "invoice/notifications";
    }
}
