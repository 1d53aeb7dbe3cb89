package org.partnerportal.user;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.AdminRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The admin roles of one person. Only in the own admin center: no partner gives anybody roles. */
@Controller
@RequestMapping("/users/{account}/roles")
class UserRoleController {

    private final UserRoleService roles;

    UserRoleController(UserRoleService roles) {
        this.roles = roles;
    }

    @GetMapping
    String ask(AdminCenter center, @PathVariable UUID account, Model model) {
        model.addAttribute("roles", roles.page(center, account));
        return "user/roles";
    }

    @PostMapping
    String change(
            AdminCenter center,
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable String shown,
            @RequestParam(name = "role", defaultValue = "") List<String> wanted,
            RedirectAttributes flash) {
        roles.change(center, account, named(List.of(Parse.text(shown).split(","))), named(wanted));
        flash.addFlashAttribute("success", "user.roles.changed");
        boolean own = account.equals(center.actor().account());
        return own
                ? "redirect:/"
                : "redirect:/users/{account}/roles"; // who gives up a role may not see this page any more
    }

    private static Set<AdminRole> named(List<String> names) {
        Set<AdminRole> named = EnumSet.noneOf(AdminRole.class);
        for (String name : names) {
            if (!name.isEmpty()) {
                named.add(Parse.constant(AdminRole.class, name)
                        .orElseThrow(() -> new RefusedException(UserRefusal.ROLE_NOT_AVAILABLE)));
            }
        }
        return named;
    }
}
