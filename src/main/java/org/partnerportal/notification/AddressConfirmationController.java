package org.partnerportal.notification;

import org.partnerportal.shared.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the link in the mail to a new notification address leads. Opening it changes nothing: scanners open links. */
@Controller
@RequestMapping("/notification-address/{token}")
class AddressConfirmationController {

    private final NotificationService notifications;

    AddressConfirmationController(NotificationService notifications) {
        this.notifications = notifications;
    }

    @GetMapping
    String show(@PathVariable String token, Model model) {
        model.addAttribute("linked", notifications.linked(token).orElseThrow(NotFoundException::new));
        model.addAttribute("token", token);
        return "notification/confirm";
    }

    @PostMapping
    String confirm(@PathVariable String token) {
        notifications.confirm(token);
        return "redirect:/notification-address/{token}";
    }
}
