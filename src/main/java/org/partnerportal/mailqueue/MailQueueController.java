package org.partnerportal.mailqueue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.mail.MailStatus;
import org.partnerportal.mail.Outbox;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Operator > Mail queue: where mails stand, and Send again. */
@Controller
@RequestMapping("/operator/mails")
class MailQueueController {

    private static final String DONE = "mailqueue.sent-again";

    private final MailQueueService queue;
    private final Outbox outbox;

    MailQueueController(MailQueueService queue, Outbox outbox) {
        this.queue = queue;
        this.outbox = outbox;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        MailQueueFilter filter = MailQueueFilter.of(status, q, before);
        model.addAttribute("filter", filter);
        model.addAttribute("list", queue.list(actor, filter));
        model.addAttribute("statuses", MailStatus.values());
        model.addAttribute("mailReady", outbox.isReady());
        return "mailqueue/list";
    }

    @PostMapping("/{id}")
    String sendAgain(@PathVariable UUID id, Actor actor, RedirectAttributes flash) {
        if (queue.sendAgain(actor, id)) {
            flash.addFlashAttribute("success", DONE);
        }
        return "redirect:/operator/mails";
    }

    @PostMapping("/send-again")
    String sendAllAgain(Actor actor, RedirectAttributes flash) {
        flash.addFlashAttribute("success", queue.sendAllAgain(actor) == 0 ? "mailqueue.none-to-send-again" : DONE);
        return "redirect:/operator/mails";
    }
}
