package org.partnerportal.license;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.shared.Parse;
import org.partnerportal.subscription.SubscriptionView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Billing > Licenses, own and on behalf: how many there are and who holds them. Nothing is changed here. */
@Controller
@RequestMapping({"/billing/licenses", "/on-behalf/{customer}/billing/licenses"})
class LicenseController {

    private final LicenseService licenses;

    LicenseController(LicenseService licenses) {
        this.licenses = licenses;
    }

    @GetMapping
    String list(AdminCenter center, Model model) {
        model.addAttribute("subscriptions", licenses.all(center));
        return "license/list";
    }

    @GetMapping("/{id}")
    String holders(
            AdminCenter center,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        SubscriptionView subscription = licenses.one(center, id);
        UUID behind = Parse.uuid(after).orElse(null);
        model.addAttribute("subscription", subscription);
        model.addAttribute("after", behind);
        model.addAttribute("list", licenses.holders(center, subscription, behind));
        return "license/holders";
    }
}
