package org.partnerportal.license;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.shared.Parse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Users > Licenses of one person, own and on behalf: give and take. */
@Controller
@RequestMapping({"/users/{account}/licenses", "/on-behalf/{customer}/users/{account}/licenses"})
class PersonLicenseController {

    private final LicenseService licenses;

    PersonLicenseController(LicenseService licenses) {
        this.licenses = licenses;
    }

    @GetMapping
    String show(AdminCenter center, @PathVariable UUID account, Model model) {
        model.addAttribute("licenses", licenses.of(center, account));
        return "license/person";
    }

    /** The button that was pressed names the subscription. */
    @PostMapping
    String change(
            AdminCenter center,
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable String assign,
            @RequestParam(required = false) @Nullable String take,
            RedirectAttributes flash) {
        Optional<UUID> given = Parse.uuid(assign);
        Optional<UUID> taken = Parse.uuid(take);
        if (given.isPresent()) {
            licenses.assign(center, account, given.get());
            flash.addFlashAttribute("success", "license.assigned.done");
        } else if (taken.isPresent()) {
            licenses.take(center, account, taken.get());
            flash.addFlashAttribute("success", "license.taken.done");
        } else {
            licenses.of(center, account); // not found where there is nobody to give anything to
        }
        return "redirect:" + center.base() + "/users/" + account + "/licenses";
    }
}
