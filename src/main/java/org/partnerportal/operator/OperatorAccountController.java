package org.partnerportal.operator;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Operator > Accounts: find one, switch it off and on, send its person a link to choose a new password. */
@Controller
@RequestMapping("/operator/accounts")
class OperatorAccountController {

    private final OperatorService operator;

    OperatorAccountController(OperatorService operator) {
        this.operator = operator;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        AccountFilter filter = AccountFilter.of(show, q, tenant, before);
        UUID of = filter.tenant();
        model.addAttribute("filter", filter);
        model.addAttribute("shows", AccountFilter.Show.values());
        model.addAttribute("tenant", of == null ? null : operator.tenant(actor, of));
        model.addAttribute("list", operator.accounts(actor, filter));
        return "operator/accounts";
    }

    private String ask(String action, UUID id, Actor actor, Model model) {
        AccountLine account = operator.account(actor, id);
        TenantRefusal refusal = switch (action) {
            case "disable" -> account.disable(actor).orElse(null);
            case "send-link" -> account.sendLink(actor).orElse(null);
            default -> account.enable().orElse(null);
        };
        model.addAttribute("action", action);
        model.addAttribute("account", account);
        model.addAttribute("refusal", refusal);
        model.addAttribute("link", Ids.next());
        return "operator/ask-account";
    }

    private static String done(String message, RedirectAttributes flash, AccountLine account) {
        flash.addFlashAttribute("success", message);
        return "redirect:/operator/accounts?tenant=" + account.row().tenant();
    }

    @GetMapping("/{account}/disable")
    String askDisable(@PathVariable UUID account, Actor actor, Model model) {
        return ask("disable", account, actor, model);
    }

    @PostMapping("/{account}/disable")
    String disable(@PathVariable UUID account, Actor actor, RedirectAttributes flash) {
        operator.disableAccount(actor, account);
        return done("operator.account.disabled", flash, operator.account(actor, account));
    }

    @GetMapping("/{account}/enable")
    String askEnable(@PathVariable UUID account, Actor actor, Model model) {
        return ask("enable", account, actor, model);
    }

    @PostMapping("/{account}/enable")
    String enable(@PathVariable UUID account, Actor actor, RedirectAttributes flash) {
        operator.enableAccount(actor, account);
        return done("operator.account.enabled", flash, operator.account(actor, account));
    }

    @GetMapping("/{account}/send-link")
    String askLink(@PathVariable UUID account, Actor actor, Model model) {
        return ask("send-link", account, actor, model);
    }

    @PostMapping("/{account}/send-link")
    String sendLink(
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable String link,
            Actor actor,
            RedirectAttributes flash) {
        operator.sendPasswordLink(actor, account, Parse.uuid(link).orElseGet(Ids::next));
        return done("operator.account.link-sent", flash, operator.account(actor, account));
    }
}
