package org.partnerportal.support;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.shared.CsvFile;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Parse;
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

/** Service requests of an organisation, in its own admin center and on its behalf. */
@Controller
@RequestMapping({"/support", "/on-behalf/{customer}/support"})
class SupportController {

    private static final String FORM = "form";
    private static final int BATCH = 500;

    private final SupportService requests;
    private final SupportWords words;

    SupportController(SupportService requests, SupportWords words) {
        this.requests = requests;
        this.words = words;
    }

    @GetMapping("/requests")
    String list(
            AdminCenter center,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        SupportFilter filter = SupportFilter.of(show, q, after);
        model.addAttribute("filter", filter);
        model.addAttribute("shows", SupportFilter.Show.values());
        model.addAttribute("list", requests.list(center, filter));
        model.addAttribute("mayOpen", SupportRules.open(center).isEmpty());
        model.addAttribute("seesAll", SupportRules.seesAll(center));
        return "support/list";
    }

    /** The same rows as on the pages, all of them, sent as they are read. */
    @GetMapping("/requests.csv")
    void csv(
            AdminCenter center,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response) {
        SupportFilter filter = SupportFilter.of(show, q, null);
        SupportList batch = requests.list(center, filter, BATCH);
        try (var file = CsvFile.of(response, "service-requests.csv")) {
            file.row(words.heading());
            batch.lines().forEach(line -> file.row(words.cells(line.row())));
            while (batch.next() != null) {
                batch = requests.list(center, filter.from(batch.next()), BATCH);
                batch.lines().forEach(line -> file.row(words.cells(line.row())));
            }
        }
    }

    @GetMapping("/requests/new")
    String ask(AdminCenter center, Locale locale, Model model) {
        requests.mayOpen(center);
        model.addAttribute(FORM, SupportForm.empty(locale.getLanguage()));
        return form(model);
    }

    private static String form(Model model) {
        model.addAttribute("areas", ServiceArea.values());
        model.addAttribute("urgencies", Urgency.values());
        return "support/new";
    }

    @PostMapping("/requests/new")
    String open(
            AdminCenter center,
            @ModelAttribute(FORM) SupportForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        requests.mayOpen(center);
        NewRequest content = form.content();
        if (FormErrors.reject(requests.check(content).stream(), errors, model, response)) {
            return form(model);
        }
        UUID id = requests.open(center, form.request(), content);
        flash.addFlashAttribute("success", "support.opened");
        return to(center, id);
    }

    private static String to(AdminCenter center, UUID id) {
        return "redirect:" + center.base() + "/support/requests/" + id;
    }

    @GetMapping("/requests/{id}")
    String show(AdminCenter center, @PathVariable UUID id, Model model) {
        model.addAttribute(FORM, AnswerForm.empty());
        return page(center, id, model);
    }

    private String page(AdminCenter center, UUID id, Model model) {
        model.addAttribute("shown", requests.one(center, id));
        return "support/request";
    }

    @PostMapping("/requests/{id}/answer")
    String answer(
            AdminCenter center,
            @PathVariable UUID id,
            @ModelAttribute(FORM) AnswerForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (FormErrors.reject(requests.answer(center, id, form).stream(), errors, model, response)) {
            return page(center, id, model);
        }
        flash.addFlashAttribute("success", "support.answered");
        return to(center, id);
    }

    @PostMapping("/requests/{id}/assign")
    String assign(
            AdminCenter center,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String shown,
            RedirectAttributes flash) {
        requests.assign(
                center, id, Parse.uuid(person).orElse(null), Parse.uuid(shown).orElse(null));
        flash.addFlashAttribute("success", "support.assigned");
        return to(center, id);
    }

    @GetMapping("/requests/{id}/close")
    String askClose(AdminCenter center, @PathVariable UUID id, Model model) {
        model.addAttribute(FORM, new CloseForm("", ""));
        return closePage(center, id, model);
    }

    private String closePage(AdminCenter center, UUID id, Model model) {
        model.addAttribute("shown", requests.one(center, id));
        return "support/close";
    }

    @PostMapping("/requests/{id}/close")
    String close(
            AdminCenter center,
            @PathVariable UUID id,
            @ModelAttribute(FORM) CloseForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (FormErrors.reject(requests.close(center, id, form).stream(), errors, model, response)) {
            return closePage(center, id, model);
        }
        flash.addFlashAttribute("success", "support.closed");
        return to(center, id);
    }
}
