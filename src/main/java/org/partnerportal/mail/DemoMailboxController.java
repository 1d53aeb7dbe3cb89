package org.partnerportal.mail;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.DemoData;
import org.springframework.data.domain.Limit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The demo mailbox: what the demo people would find in their mail. Not there without demo data. */
@Controller
@RequestMapping("/demo/mailbox")
class DemoMailboxController {

    private static final Pattern LINK = Pattern.compile("^https?://\\S+$", Pattern.MULTILINE | Pattern.UNIX_LINES);
    private static final String FRAME_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";
    private static final int LONGEST_ADDRESS = 254;
    private static final Limit MOST = Limit.of(100);

    private final DemoMailRepository mails;
    private final DemoData demoData;

    DemoMailboxController(DemoMailRepository mails, DemoData demoData) {
        this.mails = mails;
        this.demoData = demoData;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String to, Model model) {
        hideWithoutDemoData();
        String recipient = Parse.words(to, LONGEST_ADDRESS);
        boolean all = recipient.isEmpty();
        model.addAttribute("to", recipient);
        model.addAttribute(
                "mails", all ? mails.findByOrderByIdDesc(MOST) : mails.findByRecipientOrderByIdDesc(recipient, MOST));
        return "mail/mailbox";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        hideWithoutDemoData();
        DemoMail mail = mails.findById(id).orElseThrow(NotFoundException::new);
        Matcher link = LINK.matcher(mail.getPlain());
        model.addAttribute("mail", mail);
        model.addAttribute("link", link.find() ? link.group() : null);
        return "mail/mail";
    }

    /** The mail's own HTML, for the frame on its page: mails are styled inline, and nothing in them runs. */
    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id) {
        hideWithoutDemoData();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", FRAME_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(mails.findById(id).orElseThrow(NotFoundException::new).html());
    }

    private void hideWithoutDemoData() {
        if (!demoData.isOn()) {
            throw new NotFoundException();
        }
    }
}
