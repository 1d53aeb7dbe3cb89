package org.partnerportal.notification;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.partnerportal.shared.FormErrors;
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

/** Settings > Notification addresses: add one, choose its topics, remove it. */
@Controller
@RequestMapping("/settings/notifications")
class NotificationController {

    private static final String LIST = "redirect:/settings/notifications";

    private final NotificationService notifications;

    NotificationController(NotificationService notifications) {
        this.notifications = notifications;
    }

    @GetMapping
    String list(Actor actor, Locale locale, Model model) {
        model.addAttribute("form", NotificationForm.empty(locale.getLanguage()));
        return page(actor, model);
    }

    private String page(Actor actor, Model model) {
        List<AddressView> addresses = notifications.addresses(actor);
        model.addAttribute("addresses", addresses);
        model.addAttribute(
                "addRefusal", NotificationRules.add(actor, addresses.size()).orElse(null));
        model.addAttribute(
                "topics",
                Arrays.stream(MailTopic.values())
                        .filter(MailTopic::isForAddresses)
                        .toList());
        return "notification/addresses";
    }

    @PostMapping
    String add(
            Actor actor,
            @ModelAttribute("form") NotificationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (notifications.isAdded(actor, form)) {
            return LIST; // the second click of two
        }
        if (FormErrors.reject(notifications.check(actor, form).stream(), errors, model, response)) {
            return page(actor, model);
        }
        notifications.add(actor, form);
        flash.addFlashAttribute("success", "notification.added");
        return LIST;
    }

    @PostMapping("/{address}")
    String change(
            @PathVariable UUID address,
            Actor actor,
            @ModelAttribute("form") NotificationForm form,
            RedirectAttributes flash) {
        notifications.change(actor, address, form.wanted());
        flash.addFlashAttribute("success", "notification.changed");
        return LIST;
    }

    @PostMapping("/{address}/remove")
    String remove(@PathVariable UUID address, Actor actor, RedirectAttributes flash) {
        notifications.remove(actor, address);
        flash.addFlashAttribute("success", "notification.removed");
        return LIST;
    }
}
