package org.partnerportal.user;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.partnerportal.onbehalf.AdminCenter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The admin roles of one person. Only in the own admin center: no partner gives anybody roles. */
@Controller
@RequestMapping("/users/{account}/roles")
class UserRoleController {

    private static final String FORM = "form";

    private final UserRoleService roles;

    UserRoleController(UserRoleService roles) {
        this.roles = roles;
    }

    @GetMapping
    String ask(AdminCenter center, @PathVariable UUID account, Model model) {
        roles.look(center);
        UserRolePage page = roles.page(center, account, null);
        model.addAttribute("roles", page);
        model.addAttribute(FORM, UserRoleForm.of(page.person().roles()));
        return "user/roles";
    }

    @PostMapping
    String change(
            AdminCenter center,
            @PathVariable UUID account,
            @ModelAttribute(FORM) UserRoleForm form,
            RedirectAttributes flash) {
        roles.change(center, account, form);
        flash.addFlashAttribute("success", "user.roles.changed");
        boolean own = account.equals(center.actor().account());
        return own
                ? "redirect:/"
                : "redirect:/users/{account}/roles"; // who gives up a role may not see this page any more
    }

    /** Shows the form again as it was sent, and beside it what the person holds now. The trail has noticed it before. */
    @ExceptionHandler
    String again(RolesNotChangedException refused, AdminCenter center, Model model, HttpServletResponse response) {
        UserRolePage page = roles.page(center, refused.account(), refused.form());
        var errors = new BeanPropertyBindingResult(refused.form(), FORM);
        errors.rejectValue(refused.refusal().field(), refused.refusal().key());
        model.addAllAttributes(errors.getModel());
        model.addAttribute("roles", page);
        model.addAttribute("invalid", true);
        response.setStatus(refused.refusal().kind().status());
        return "user/roles";
    }
}
