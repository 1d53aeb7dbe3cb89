package org.partnerportal.assignment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
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

/** Which of the partner's groups have which roles of one relationship: assign, change, remove. */
@Controller
@RequestMapping("/partner/customers/{customer}/{relationship}/assignments")
class AssignmentController {

    private final AssignmentService assignments;

    AssignmentController(AssignmentService assignments) {
        this.assignments = assignments;
    }

    @GetMapping
    String list(@PathVariable UUID customer, @PathVariable UUID relationship, Actor actor, Model model) {
        model.addAttribute("assignments", assignments.assignments(actor, new TenantId(customer), relationship));
        return "assignment/assignments";
    }

    @GetMapping("/new")
    String compose(@PathVariable UUID customer, @PathVariable UUID relationship, Actor actor, Model model) {
        model.addAttribute("form", AssignmentForm.empty());
        return form(customer, relationship, actor, model);
    }

    private String form(UUID customer, UUID relationship, Actor actor, Model model) {
        AssignmentService.OfRelationship of = assignments.assignments(actor, new TenantId(customer), relationship);
        refuse(Optional.ofNullable(of.mayAssign()));
        model.addAttribute("assignments", of);
        model.addAttribute("groups", assignments.unassignedGroups(actor, of));
        return "assignment/new-assignment";
    }

    @PostMapping("/new")
    String assign(
            @PathVariable UUID customer,
            @PathVariable UUID relationship,
            Actor actor,
            @ModelAttribute("form") AssignmentForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        TenantId customerId = new TenantId(customer);
        UUID group = form.groupId();
        Optional<AssignmentRefusal> refused =
                assignments.mayAssign(actor, customerId, relationship, group, form.roles());
        // asked last, so that the first of two clicks can't come between
        if (group != null && assignments.isAssigned(actor, customerId, relationship, group, form.roles())) {
            return list(customer, relationship); // the second click of two
        }
        if (FormErrors.reject(refused.stream(), errors, model, response) || group == null) {
            return form(customer, relationship, actor, model);
        }
        assignments.assign(actor, customerId, relationship, group, form.roles());
        flash.addFlashAttribute("success", "assignment.added");
        return list(customer, relationship);
    }

    @GetMapping("/{assignment}")
    String show(
            @PathVariable UUID customer,
            @PathVariable UUID relationship,
            @PathVariable UUID assignment,
            Actor actor,
            Model model) {
        AssignmentView view = ask(customer, relationship, assignment, actor, model);
        model.addAttribute("form", AssignmentForm.of(view));
        return "assignment/change-assignment";
    }

    private AssignmentView ask(UUID customer, UUID relationship, UUID assignment, Actor actor, Model model) {
        TenantId customerId = new TenantId(customer);
        AssignmentView view = assignments.assignment(actor, customerId, relationship, assignment);
        model.addAttribute("assignments", assignments.assignments(actor, customerId, relationship));
        model.addAttribute("assignment", view);
        return view;
    }

    @PostMapping("/{assignment}")
    String change(
            @PathVariable UUID customer,
            @PathVariable UUID relationship,
            @PathVariable UUID assignment,
            Actor actor,
            @ModelAttribute("form") AssignmentForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        TenantId customerId = new TenantId(customer);
        Optional<AssignmentRefusal> refused =
                assignments.mayChange(actor, customerId, relationship, assignment, form.roles(), form.seen());
        if (FormErrors.reject(refused.stream(), errors, model, response)) {
            ask(customer, relationship, assignment, actor, model);
            return "assignment/change-assignment";
        }
        assignments.change(actor, customerId, relationship, assignment, form.roles(), form.seen());
        flash.addFlashAttribute("success", "assignment.changed");
        return list(customer, relationship);
    }

    @GetMapping("/{assignment}/remove")
    String askRemove(
            @PathVariable UUID customer,
            @PathVariable UUID relationship,
            @PathVariable UUID assignment,
            Actor actor,
            Model model) {
        ask(customer, relationship, assignment, actor, model);
        return "assignment/remove-assignment";
    }

    @PostMapping("/{assignment}/remove")
    String remove(
            @PathVariable UUID customer,
            @PathVariable UUID relationship,
            @PathVariable UUID assignment,
            Actor actor,
            RedirectAttributes flash) {
        assignments.remove(actor, new TenantId(customer), relationship, assignment);
        flash.addFlashAttribute("success", "assignment.removed");
        return list(customer, relationship);
    }

    private static String list(UUID customer, UUID relationship) {
        return "redirect:/partner/customers/" + customer + "/" + relationship + "/assignments";
    }

    private static void refuse(Optional<AssignmentRefusal> refused) {
        refused.ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
    }
}
