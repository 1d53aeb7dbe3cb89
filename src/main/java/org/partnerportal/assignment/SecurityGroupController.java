package org.partnerportal.assignment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Partner Center > Security groups: who of the partner's people belong together. */
@Controller
@RequestMapping("/partner/groups")
class SecurityGroupController {

    private static final int MOST_WARNINGS = 10;
    private static final UUID NOBODY = new UUID(0, 0);

    private final SecurityGroupService groups;

    SecurityGroupController(SecurityGroupService groups) {
        this.groups = groups;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("groups", groups.groups(actor));
        List<GroupUse> unassigned = groups.unassigned(actor, MOST_WARNINGS + 1);
        boolean more = unassigned.size() > MOST_WARNINGS;
        model.addAttribute("unassigned", more ? unassigned.subList(0, MOST_WARNINGS) : unassigned);
        model.addAttribute("moreUnassigned", more);
        model.addAttribute("refusal", AssignmentRules.manage(actor).orElse(null));
        return "assignment/groups";
    }

    @GetMapping("/new")
    String compose(Actor actor, Model model) {
        groups.mayCreate(actor).ifPresent(SecurityGroupController::refuse);
        model.addAttribute("form", SecurityGroupForm.empty());
        return "assignment/new-group";
    }

    @PostMapping("/new")
    String create(
            Actor actor,
            @ModelAttribute("form") SecurityGroupForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        UUID id = form.group();
        if (groups.isMade(actor, id, form.words())) {
            return page(id); // the second click of two
        }
        if (FormErrors.reject(groups.mayCreate(actor, id, form.words()).stream(), errors, model, response)) {
            return "assignment/new-group";
        }
        flash.addFlashAttribute("success", "group.created");
        return page(groups.create(actor, id, form.words()));
    }

    @GetMapping("/{group}")
    String show(
            @PathVariable UUID group,
            Actor actor,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        SecurityGroupView view = groups.group(actor, group, Parse.uuid(before).orElse(null));
        model.addAttribute("form", SecurityGroupForm.of(view));
        return show(view, before, model);
    }

    private static String show(SecurityGroupView view, @Nullable String before, Model model) {
        model.addAttribute("group", view);
        model.addAttribute("paged", Parse.uuid(before).isPresent());
        return "assignment/group";
    }

    @PostMapping("/{group}/rename")
    String rename(
            @PathVariable UUID group,
            Actor actor,
            @ModelAttribute("form") SecurityGroupForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        SecurityGroupView view = groups.group(actor, group, null);
        if (FormErrors.reject(groups.mayRename(actor, group, form.words()).stream(), errors, model, response)) {
            return show(view, null, model);
        }
        groups.rename(actor, group, form.words());
        flash.addFlashAttribute("success", "group.renamed");
        return page(group);
    }

    @PostMapping("/{group}/people")
    String add(
            @PathVariable UUID group,
            Actor actor,
            @RequestParam(required = false) @Nullable List<String> people,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        SecurityGroupView view = groups.group(actor, group, null);
        Set<UUID> accounts = people == null
                ? Set.of()
                : people.stream().map(text -> Parse.uuid(text).orElse(NOBODY)).collect(Collectors.toSet());
        Optional<AssignmentRefusal> refused = groups.mayAdd(actor, group, accounts);
        if (refused.filter(SecurityGroupController::isInvalid).isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("invalid", true);
            model.addAttribute("peopleRefusal", refused.orElseThrow());
            model.addAttribute("form", SecurityGroupForm.of(view));
            return show(view, null, model);
        }
        groups.add(actor, group, accounts);
        flash.addFlashAttribute("success", "group.people.added");
        return page(group);
    }

    @PostMapping("/{group}/remove-person")
    String remove(
            @PathVariable UUID group,
            Actor actor,
            @RequestParam(defaultValue = "") String person,
            RedirectAttributes flash) {
        groups.remove(actor, group, Parse.uuid(person).orElse(NOBODY));
        flash.addFlashAttribute("success", "group.people.removed");
        return page(group);
    }

    @GetMapping("/{group}/delete")
    String askDelete(@PathVariable UUID group, Actor actor, Model model) {
        model.addAttribute("group", groups.group(actor, group, null));
        return "assignment/delete-group";
    }

    @PostMapping("/{group}/delete")
    String delete(@PathVariable UUID group, Actor actor, RedirectAttributes flash) {
        groups.delete(actor, group);
        flash.addFlashAttribute("success", "group.deleted");
        return "redirect:/partner/groups";
    }

    private static String page(UUID group) {
        return "redirect:/partner/groups/" + group;
    }

    private static boolean isInvalid(AssignmentRefusal refusal) {
        return refusal.kind() == Refusal.Kind.INVALID;
    }

    private static void refuse(AssignmentRefusal refusal) {
        throw new RefusedException(refusal);
    }
}
