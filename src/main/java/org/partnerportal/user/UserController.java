package org.partnerportal.user;

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

/** Users: an organisation's people, in its own admin center and on its behalf. */
@Controller
@RequestMapping({"/users", "/on-behalf/{customer}/users"})
class UserController {

    private final UserService users;

    UserController(UserService users) {
        this.users = users;
    }

    @GetMapping
    String list(
            AdminCenter center,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        UserFilter filter = UserFilter.of(show, q, after);
        model.addAttribute("filter", filter);
        model.addAttribute("shows", UserFilter.Show.values());
        model.addAttribute("list", users.people(center, filter));
        return "user/list";
    }

    @GetMapping("/{account}/reset-password")
    String askReset(AdminCenter center, @PathVariable UUID account, Model model) {
        model.addAttribute("line", users.person(center, account));
        return "user/reset";
    }

    /** Answers with the password instead of leading to a page: so it is kept nowhere, and shown once. */
    @PostMapping("/{account}/reset-password")
    String reset(
            AdminCenter center,
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable String shown,
            Model model) {
        model.addAttribute(
                "reset",
                users.resetPassword(center, account, Parse.instant(shown).orElse(null)));
        return "user/temporary";
    }
}
