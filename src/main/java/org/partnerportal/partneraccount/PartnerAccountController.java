package org.partnerportal.partneraccount;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.FormErrors;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings > Partner relationships > the partner > Partner's accounts: accounts for its people. */
@Controller
@RequestMapping("/settings/partner-relationships/{partner}/{relationship}/accounts")
class PartnerAccountController {

    private final PartnerAccountService accounts;
    private final TenantService tenants;

    PartnerAccountController(PartnerAccountService accounts, TenantService tenants) {
        this.accounts = accounts;
        this.tenants = tenants;
    }

    private RelationshipView page(UUID partner, UUID relationship, Actor actor, Model model) {
        RelationshipView view = accounts.relationship(actor, new TenantId(partner), relationship);
        model.addAttribute("partner", tenants.partner(view.partner()));
        model.addAttribute("relationship", view);
        model.addAttribute("address", PartnerAccounts.address(new TenantId(partner), relationship));
        model.addAttribute("manage", PartnerAccountRules.manage(actor).orElse(null));
        model.addAttribute("refusal", accounts.mayCreate(actor, view).orElse(null));
        model.addAttribute("administrators", tenants.billingAdministrators(actor.tenant()));
        return view;
    }

    private static String back(UUID partner, UUID relationship, String message, RedirectAttributes flash) {
        flash.addFlashAttribute("success", message);
        return "redirect:" + PartnerAccounts.address(new TenantId(partner), relationship);
    }

    @GetMapping
    String list(@PathVariable UUID partner, @PathVariable UUID relationship, Actor actor, Model model) {
        RelationshipView view = page(partner, relationship, actor, model);
        model.addAttribute("accounts", accounts.list(view));
        model.addAttribute("enable", PartnerAccountRules.enable(actor, view).orElse(null));
        return "partneraccount/list";
    }

    @GetMapping("/new")
    String ask(@PathVariable UUID partner, @PathVariable UUID relationship, Actor actor, Model model) {
        page(partner, relationship, actor, model);
        model.addAttribute("form", PartnerAccountForm.empty(actor.locale().getLanguage()));
        return "partneraccount/new";
    }

    @PostMapping("/new")
    String create(
            @PathVariable UUID partner,
            @PathVariable UUID relationship,
            @ModelAttribute("form") PartnerAccountForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        List<Refusal> wrong = accounts.create(actor, new TenantId(partner), relationship, form);
        if (FormErrors.reject(wrong.stream(), errors, model, response)) {
            page(partner, relationship, actor, model);
            return "partneraccount/new";
        }
        return back(partner, relationship, "partneraccount.created", flash);
    }

    @GetMapping("/{id}/roles/{role}/take")
    String askTakeRole(
            @PathVariable UUID partner,
            @PathVariable UUID relationship,
            @PathVariable UUID id,
            @PathVariable UUID role,
            Actor actor,
            Model model) {
        RelationshipView view = page(partner, relationship, actor, model);
        model.addAttribute("role", accounts.granted(view, role));
        model.addAttribute("account", accounts.one(view, id));
        return "partneraccount/take-role";
    }

    @PostMapping("/{id}/roles/{role}/take")
    String takeRole(
            @PathVariable UUID partner,
            @PathVariable UUID relationship,
            @PathVariable UUID id,
            @PathVariable UUID role,
            Actor actor,
            RedirectAttributes flash) {
        accounts.takeRole(actor, new TenantId(partner), relationship, id, role.toString());
        return back(partner, relationship, "partneraccount.role-taken", flash);
    }

    @GetMapping("/{id}/disable")
    String askDisable(
            @PathVariable UUID partner,
            @PathVariable UUID relationship,
            @PathVariable UUID id,
            Actor actor,
            Model model) {
        RelationshipView view = page(partner, relationship, actor, model);
        model.addAttribute("account", accounts.one(view, id));
        return "partneraccount/disable";
    }

    @PostMapping("/{id}/disable")
    String disable(
            @PathVariable UUID partner,
            @PathVariable UUID relationship,
            @PathVariable UUID id,
            Actor actor,
            RedirectAttributes flash) {
        accounts.disable(actor, new TenantId(partner), relationship, id);
        return back(partner, relationship, "partneraccount.disabled", flash);
    }

    @GetMapping("/{id}/enable")
    String askEnable(
            @PathVariable UUID partner,
            @PathVariable UUID relationship,
            @PathVariable UUID id,
            Actor actor,
            Model model) {
        RelationshipView view = page(partner, relationship, actor, model);
        PartnerAccountView account = accounts.one(view, id);
        model.addAttribute("account", account);
        model.addAttribute("enable", accounts.mayEnable(actor, view, account).orElse(null));
        return "partneraccount/enable";
    }

    @PostMapping("/{id}/enable")
    String enable(
            @PathVariable UUID partner,
            @PathVariable UUID relationship,
            @PathVariable UUID id,
            Actor actor,
            RedirectAttributes flash) {
        accounts.enable(actor, new TenantId(partner), relationship, id);
        return back(partner, relationship, "partneraccount.enabled", flash);
    }
}
