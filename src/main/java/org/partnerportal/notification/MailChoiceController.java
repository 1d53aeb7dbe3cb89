package org.partnerportal.notification;

import java.util.Set;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Your account > Mails: which ones the person gets. */
@Controller
@RequestMapping("/account/mails")
class MailChoiceController {

    private final NotificationService notifications;

    MailChoiceController(NotificationService notifications) {
        this.notifications = notifications;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        model.addAttribute("topics", MailTopic.values());
        model.addAttribute("chosen", notifications.chosen(actor));
        model.addAttribute("mayManage", NotificationRules.manage(actor).isEmpty());
        return "notification/mails";
    }

    @PostMapping
    String choose(Actor actor, @RequestParam(required = false) Set<MailTopic> topics, RedirectAttributes flash) {
        notifications.choose(actor, topics == null ? Set.of() : topics);
        flash.addFlashAttribute("success", "notification.chosen");
        return "redirect:/account/mails";
    }
}
