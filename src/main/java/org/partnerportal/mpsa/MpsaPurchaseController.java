package org.partnerportal.mpsa;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Partner Center > Customers > a customer > what its other MPSA partners sold, as far as it allows that to be seen. */
@Controller
class MpsaPurchaseController {

    private final MpsaService consents;
    private final TenantService tenants;

    MpsaPurchaseController(MpsaService consents, TenantService tenants) {
        this.consents = consents;
        this.tenants = tenants;
    }

    @GetMapping("/partner/customers/{customer}/mpsa-purchases")
    String purchases(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String before,
            Actor actor,
            Model model) {
        TenantId id = new TenantId(customer);
        model.addAttribute(
                "list", consents.purchases(actor, id, Parse.uuid(before).orElse(null)));
        model.addAttribute("customer", tenants.tenant(id));
        model.addAttribute("older", Parse.uuid(before).isPresent());
        return "mpsa/purchases";
    }
}
