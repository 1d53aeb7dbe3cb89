package org.partnerportal.roletemplate;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Partner Center > Role templates: see them, keep an own one, change it, delete it. */
@Controller
@RequestMapping("/partner/role-templates")
class RoleTemplateController {

    private static final String LIST = "redirect:/partner/role-templates";

    private final RoleTemplateService templates;
    private final EntraRoles roles;

    RoleTemplateController(RoleTemplateService templates, EntraRoles roles) {
        this.templates = templates;
        this.roles = roles;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("own", templates.own(actor));
        model.addAttribute("builtIn", templates.builtIn());
        model.addAttribute("createRefusal", templates.mayCreate(actor).orElse(null));
        model.addAttribute("mayManage", RoleTemplateRules.manage(actor).isEmpty());
        return "roletemplate/list";
    }

    @GetMapping("/new")
    String compose(Actor actor, Model model) {
        templates.mayCreate(actor).ifPresent(RoleTemplateController::refuse);
        model.addAttribute("form", RoleTemplateForm.empty());
        return "roletemplate/edit";
    }

    @PostMapping("/new")
    String create(
            Actor actor,
            @ModelAttribute("form") RoleTemplateForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        UUID id = form.template();
        RoleTemplateRules.manage(actor).ifPresent(RoleTemplateController::refuse);
        if (templates.isCreated(actor, id, form.draft())) {
            return LIST; // the second click of two
        }
        templates.mayCreate(actor).ifPresent(RoleTemplateController::refuse);
        if (FormErrors.reject(templates.check(actor, id, form.draft()).stream(), errors, model, response)) {
            return "roletemplate/edit";
        }
        templates.create(actor, id, form.draft());
        flash.addFlashAttribute("success", "roletemplate.created.done");
        return LIST;
    }

    @GetMapping("/{template}/edit")
    String edit(@PathVariable UUID template, Actor actor, Model model) {
        TemplateView view = templates.toChange(actor, template);
        model.addAttribute("form", RoleTemplateForm.of(view));
        return editPage(view, model);
    }

    private String editPage(TemplateView view, Model model) {
        Set<String> dropped =
                view.roles().stream().filter(id -> !roles.isRequestable(id)).collect(Collectors.toSet());
        model.addAttribute("template", view);
        model.addAttribute("dropped", dropped);
        return "roletemplate/edit";
    }

    @PostMapping("/{template}/edit")
    String change(
            @PathVariable UUID template,
            Actor actor,
            @ModelAttribute("form") RoleTemplateForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        TemplateView view = templates.toChange(actor, template);
        if (FormErrors.reject(templates.check(actor, template, form.draft()).stream(), errors, model, response)) {
            return editPage(view, model);
        }
        templates.change(actor, template, form.draft());
        flash.addFlashAttribute("success", "roletemplate.changed.done");
        return LIST;
    }

    @GetMapping("/{template}/delete")
    String askDelete(@PathVariable UUID template, Actor actor, Model model) {
        model.addAttribute("template", templates.toChange(actor, template));
        return "roletemplate/delete";
    }

    @PostMapping("/{template}/delete")
    String delete(@PathVariable UUID template, Actor actor, RedirectAttributes flash) {
        templates.delete(actor, template);
        flash.addFlashAttribute("success", "roletemplate.deleted.done");
        return LIST;
    }

    private static void refuse(RoleTemplateRefusal refusal) {
        throw new RefusedException(refusal);
    }
}
