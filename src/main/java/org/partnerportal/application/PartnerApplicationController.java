package org.partnerportal.application;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantView;
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

/** Partner Center > LOB apps: the apps that the partner makes, and their versions up to the customer's decision and after. */
@Controller
@RequestMapping("/partner/applications")
class PartnerApplicationController {

    private static final String FORM = "form";
    private static final String PAGE = "/partner/applications";

    private final ApplicationService applications;
    private final Packages packages;

    PartnerApplicationController(ApplicationService applications, Packages packages) {
        this.applications = applications;
        this.packages = packages;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        ApplicationFilter filter = ApplicationFilter.of(ApplicationFilter.PARTNER, show, q, customer, before);
        model.addAttribute("filter", filter);
        model.addAttribute("list", applications.ofPartner(actor, filter));
        model.addAttribute("others", applications.formerCustomers(actor));
        return "application/made";
    }

    @GetMapping("/new")
    String ask(Actor actor, @RequestParam(required = false) @Nullable String customer, Model model) {
        model.addAttribute(FORM, ApplicationForm.empty(customer));
        return form(actor, model);
    }

    private String form(Actor actor, Model model) {
        List<TenantView> customers = applications.customers(actor);
        model.addAttribute("customers", customers);
        model.addAttribute("platforms", Platform.values());
        return "application/new";
    }

    @PostMapping("/new")
    String add(
            Actor actor,
            @ModelAttribute(FORM) ApplicationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String page = form(actor, model);
        Optional<TenantId> customer = form.customerId().filter(id -> applications.isOpen(actor, id));
        Stream<ApplicationRefusal> problems = customer.map(id -> applications.problems(actor, id, form))
                .orElseGet(() -> Stream.concat(Stream.of(ApplicationRefusal.CUSTOMER_MISSING), form.problems()));
        if (FormErrors.reject(problems, errors, model, response)) {
            return page;
        }
        UUID id = applications.add(actor, customer.orElseThrow(), form);
        flash.addFlashAttribute("success", "application.added");
        return to(id);
    }

    private static String to(UUID id) {
        return "redirect:" + PAGE + "/" + id;
    }

    private static String to(UUID id, UUID version) {
        return to(id) + "/versions/" + version;
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("shown", applications.ofPartner(actor, id));
        model.addAttribute("address", PAGE);
        return "application/application";
    }

    @GetMapping("/{id}/edit")
    String askEdit(@PathVariable UUID id, Actor actor, Model model) {
        ApplicationView.Shown shown = applications.ofPartner(actor, id);
        model.addAttribute(FORM, ApplicationForm.of(shown.application()));
        return editPage(shown, model);
    }

    private static String editPage(ApplicationView.Shown shown, Model model) {
        model.addAttribute("shown", shown);
        return "application/edit";
    }

    @PostMapping("/{id}/edit")
    String edit(
            @PathVariable UUID id,
            Actor actor,
            @ModelAttribute(FORM) ApplicationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        ApplicationView.Shown shown = applications.ofPartner(actor, id);
        if (shown.editRefusal() == null
                && FormErrors.reject(applications.problems(actor, id, form), errors, model, response)) {
            return editPage(shown, model);
        }
        applications.edit(actor, id, form);
        flash.addFlashAttribute("success", "application.edited");
        return to(id);
    }

    @GetMapping("/{id}/versions/new")
    String askUpload(
            @PathVariable UUID id,
            Actor actor,
            @RequestParam(name = "too-large", defaultValue = "false") boolean tooLarge,
            @ModelAttribute(FORM) VersionForm sent,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (tooLarge) {
            FormErrors.tooLarge(errors, "file", ApplicationRefusal.FILE_TOO_LARGE.key(), model, response);
        }
        return uploadPage(id, actor, sent, model);
    }

    private String uploadPage(UUID id, Actor actor, VersionForm form, Model model) {
        ApplicationView.Shown shown = applications.ofPartner(actor, id);
        model.addAttribute("shown", shown);
        model.addAttribute("version", form.id());
        model.addAttribute("largest", ApplicationRules.MOST_BYTES);
        model.addAttribute("endings", PackageType.endings(shown.application().platform()));
        return "application/upload";
    }

    @PostMapping("/{id}/versions/new")
    String upload(
            @PathVariable UUID id,
            Actor actor,
            @ModelAttribute(FORM) VersionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        NewVersion content = form.content();
        List<ApplicationRefusal> problems = applications.problems(actor, id, form.id(), content);
        if (FormErrors.reject(problems.stream(), errors, model, response)) {
            return uploadPage(id, actor, form, model);
        }
        try (InputStream file = form.open()) {
            UUID version = applications.upload(actor, id, form.id(), content, file);
            flash.addFlashAttribute("success", "application.uploaded");
            return to(id, version);
        }
    }

    @GetMapping("/{id}/versions/{version}")
    String version(@PathVariable UUID id, @PathVariable UUID version, Actor actor, Model model) {
        model.addAttribute("shown", applications.ofPartner(actor, id, version));
        model.addAttribute("address", PAGE);
        return "application/version";
    }

    @GetMapping("/{id}/versions/{version}/package")
    void download(@PathVariable UUID id, @PathVariable UUID version, Actor actor, HttpServletResponse response)
            throws IOException {
        applications.packageOfPartner(actor, id, version).send(packages, response);
    }

    @PostMapping("/{id}/versions/{version}/submit")
    String submit(@PathVariable UUID id, @PathVariable UUID version, Actor actor, RedirectAttributes flash) {
        applications.submit(actor, id, version);
        flash.addFlashAttribute("success", "application.submitted");
        return to(id, version);
    }

    @PostMapping("/{id}/versions/{version}/withdraw")
    String withdraw(@PathVariable UUID id, @PathVariable UUID version, Actor actor, RedirectAttributes flash) {
        applications.withdraw(actor, id, version);
        flash.addFlashAttribute("success", "application.withdrawn");
        return to(id, version);
    }

    @GetMapping("/{id}/versions/{version}/retire")
    String askRetire(@PathVariable UUID id, @PathVariable UUID version, Actor actor, Model model) {
        ApplicationView.ShownVersion shown = applications.ofPartner(actor, id, version);
        return ask(shown, "retire", shown.may().retire(), model);
    }

    private static String ask(
            ApplicationView.ShownVersion shown, String action, @Nullable Refusal refusal, Model model) {
        model.addAttribute("shown", shown);
        model.addAttribute("address", PAGE);
        model.addAttribute("action", action);
        model.addAttribute("refusal", refusal);
        return "application/ask";
    }

    @PostMapping("/{id}/versions/{version}/retire")
    String retire(@PathVariable UUID id, @PathVariable UUID version, Actor actor, RedirectAttributes flash) {
        applications.retireAsPartner(actor, id, version);
        flash.addFlashAttribute("success", "application.retired");
        return to(id, version);
    }

    @GetMapping("/{id}/versions/{version}/delete")
    String askDelete(@PathVariable UUID id, @PathVariable UUID version, Actor actor, Model model) {
        ApplicationView.ShownVersion shown = applications.ofPartner(actor, id, version);
        return ask(shown, "delete", shown.may().delete(), model);
    }

    @PostMapping("/{id}/versions/{version}/delete")
    String delete(@PathVariable UUID id, @PathVariable UUID version, Actor actor, RedirectAttributes flash) {
        applications.delete(actor, id, version);
        flash.addFlashAttribute("success", "application.deleted");
        return to(id);
    }
}
