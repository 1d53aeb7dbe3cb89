package org.partnerportal.application;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CsvFile;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.tenant.Actor;
import org.springframework.context.MessageSource;
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

/** LOB apps of the own organisation: everybody downloads what is published, and whoever may decides about what waits. */
@Controller
@RequestMapping("/applications")
class ApplicationController {

    private static final String PAGE = "/applications";

    private final ApplicationService applications;
    private final Packages packages;
    private final MessageSource messages;

    ApplicationController(ApplicationService applications, Packages packages, MessageSource messages) {
        this.applications = applications;
        this.packages = packages;
        this.messages = messages;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        ApplicationFilter filter = filter(actor, show, q, partner, before);
        model.addAttribute("filter", filter);
        model.addAttribute("list", applications.ofCustomer(actor, filter));
        model.addAttribute("others", applications.partners(actor));
        model.addAttribute("waiting", applications.countWaiting(actor));
        model.addAttribute("seesAll", ApplicationRules.seesAll(actor));
        return "application/list";
    }

    private static ApplicationFilter filter(
            Actor actor, @Nullable String show, @Nullable String q, @Nullable String partner, @Nullable String before) {
        return ApplicationFilter.of(
                ApplicationRules.seesAll(actor) ? ApplicationFilter.DECIDER : ApplicationFilter.PERSON,
                show,
                q,
                partner,
                before);
    }

    @GetMapping("/applications.csv")
    void csv(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String partner,
            Locale locale,
            HttpServletResponse response) {
        boolean all = ApplicationRules.seesAll(actor);
        try (var file = CsvFile.of(response, "applications.csv")) {
            file.row(Stream.of("app", "platform", "other.CUSTOMER", "newest", "waiting")
                    .filter(key -> all || !key.equals("waiting"))
                    .map(key -> messages.getMessage("application." + key, null, locale))
                    .toList());
            applications.forEachOfCustomer(actor, filter(actor, show, q, partner, null), line -> {
                ApplicationList.Row app = line.application();
                String platform = messages.getMessage("Platform." + app.platform(), null, locale);
                Stream<String> cells = Stream.of(app.name(), platform, line.other(), line.newest());
                Stream<String> waiting = all ? Stream.of(String.valueOf(line.waiting())) : Stream.empty();
                file.row(Stream.concat(cells, waiting).toList());
            });
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("shown", applications.ofCustomer(actor, id));
        model.addAttribute("address", PAGE);
        return "application/application";
    }

    @GetMapping("/{id}/versions/{version}")
    String version(@PathVariable UUID id, @PathVariable UUID version, Actor actor, Model model) {
        return page(applications.ofCustomer(actor, id, version), "application/version", model);
    }

    private static String page(ApplicationView.ShownVersion shown, String template, Model model) {
        model.addAttribute("shown", shown);
        model.addAttribute("address", PAGE);
        return template;
    }

    @GetMapping("/{id}/versions/{version}/package")
    void download(@PathVariable UUID id, @PathVariable UUID version, Actor actor, HttpServletResponse response)
            throws IOException {
        applications.packageOfCustomer(actor, id, version).send(packages, response);
    }

    @GetMapping("/{id}/versions/{version}/approve")
    String askApprove(@PathVariable UUID id, @PathVariable UUID version, Actor actor, Model model) {
        ApplicationView.ShownVersion shown = applications.ofCustomer(actor, id, version);
        model.addAttribute("action", "approve");
        model.addAttribute("refusal", shown.may().approve());
        return page(shown, "application/ask", model);
    }

    @PostMapping("/{id}/versions/{version}/approve")
    String approve(@PathVariable UUID id, @PathVariable UUID version, Actor actor, RedirectAttributes flash) {
        applications.approve(actor, id, version);
        flash.addFlashAttribute("success", "application.approved");
        return to(id, version);
    }

    private static String to(UUID id, UUID version) {
        return "redirect:" + PAGE + "/" + id + "/versions/" + version;
    }

    @GetMapping("/{id}/versions/{version}/reject")
    String askReject(@PathVariable UUID id, @PathVariable UUID version, Actor actor, Model model) {
        model.addAttribute("form", new Reason(""));
        return page(applications.ofCustomer(actor, id, version), "application/reject", model);
    }

    @PostMapping("/{id}/versions/{version}/reject")
    String reject(
            @PathVariable UUID id,
            @PathVariable UUID version,
            Actor actor,
            @ModelAttribute("form") Reason form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (FormErrors.reject(applications.reject(actor, id, version, form.text()).stream(), errors, model, response)) {
            return page(applications.ofCustomer(actor, id, version), "application/reject", model);
        }
        flash.addFlashAttribute("success", "application.rejected");
        return to(id, version);
    }

    @GetMapping("/{id}/versions/{version}/retire")
    String askRetire(@PathVariable UUID id, @PathVariable UUID version, Actor actor, Model model) {
        ApplicationView.ShownVersion shown = applications.ofCustomer(actor, id, version);
        model.addAttribute("action", "retire");
        model.addAttribute("refusal", shown.may().retire());
        return page(shown, "application/ask", model);
    }

    @PostMapping("/{id}/versions/{version}/retire")
    String retire(@PathVariable UUID id, @PathVariable UUID version, Actor actor, RedirectAttributes flash) {
        applications.retireAsCustomer(actor, id, version);
        flash.addFlashAttribute("success", "application.retired");
        return to(id, version);
    }

    /** What the form that rejects a version sends, as typed. */
    record Reason(@Nullable String reason) {

        String text() {
            return ApplicationForm.lines(reason);
        }
    }
}
