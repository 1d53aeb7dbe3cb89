package org.partnerportal.relationship;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.RelationshipActions.Action;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a customer does with one relationship: take roles away, shorten, switch auto-extend, end; each asked first. */
@Controller
@RequestMapping("/settings/partner-relationships/{partner}/{relationship}")
class RelationshipActionController {

    private final RelationshipService relationships;
    private final List<Stopping> features;
    private final TenantService tenants;

    RelationshipActionController(RelationshipService relationships, List<Stopping> features, TenantService tenants) {
        this.relationships = relationships;
        this.features = features;
        this.tenants = tenants;
    }

    /** The question, as a page for browsers without dialogs. */
    private String ask(Action action, UUID partner, UUID relationship, Actor actor, Model model) {
        TenantId partnerId = new TenantId(partner);
        List<RelationshipView> views = relationships.withPartner(actor, partnerId);
        RelationshipView view = RelationshipService.only(views, relationship);
        model.addAttribute("action", action.word());
        model.addAttribute("partner", tenants.partner(partnerId));
        model.addAttribute("relationship", view);
        model.addAttribute("stops", Stopping.parts(features, views));
        model.addAttribute("reason", relationships.may(actor, view).reason(action, view));
        model.addAttribute("administrators", tenants.billingAdministrators(actor.tenant()));
        return "relationship/ask";
    }

    private static String done(UUID partner, String message, RedirectAttributes flash) {
        flash.addFlashAttribute("success", message);
        return "redirect:/settings/partner-relationships/" + partner;
    }

    @GetMapping("/remove-roles")
    String askRemoveRoles(@PathVariable UUID partner, @PathVariable UUID relationship, Actor actor, Model model) {
        return ask(Action.REMOVE_ROLES, partner, relationship, actor, model);
    }

    @PostMapping("/remove-roles")
    String removeRoles(
            @PathVariable UUID partner, @PathVariable UUID relationship, Actor actor, RedirectAttributes flash) {
        relationships.removeRoles(actor, new TenantId(partner), relationship);
        return done(partner, "relationship.roles.removed", flash);
    }

    @GetMapping("/roles/{role}/remove")
    String askRemoveRole(
            @PathVariable UUID partner,
            @PathVariable UUID relationship,
            @PathVariable UUID role,
            Actor actor,
            Model model) {
        if (!relationships
                .one(actor, new TenantId(partner), relationship)
                .grantedRoles()
                .contains(role.toString())) {
            throw new NotFoundException();
        }
        model.addAttribute("role", role.toString());
        return ask(Action.REMOVE_ROLE, partner, relationship, actor, model);
    }

    @PostMapping("/roles/{role}/remove")
    String removeRole(
            @PathVariable UUID partner,
            @PathVariable UUID relationship,
            @PathVariable UUID role,
            Actor actor,
            RedirectAttributes flash) {
        relationships.removeRole(actor, new TenantId(partner), relationship, role.toString());
        return done(partner, "relationship.role.removed", flash);
    }

    @GetMapping("/shorten")
    String askShorten(@PathVariable UUID partner, @PathVariable UUID relationship, Actor actor, Model model) {
        return ask(Action.SHORTEN, partner, relationship, actor, model);
    }

    @PostMapping("/shorten")
    String shorten(
            @PathVariable UUID partner,
            @PathVariable UUID relationship,
            Actor actor,
            @RequestParam(defaultValue = "") String until,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        TenantId partnerId = new TenantId(partner);
        Instant end = endOfDay(until, actor);
        Optional<RelationshipRefusal> refused = end == null
                ? Optional.of(RelationshipRefusal.END_MALFORMED)
                : relationships.mayShorten(actor, partnerId, relationship, end);
        if (end == null || refused.map(RelationshipRefusal::kind).equals(Optional.of(Refusal.Kind.INVALID))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("invalid", true);
            model.addAttribute("refusal", refused.orElseThrow());
            model.addAttribute("until", until);
            return ask(Action.SHORTEN, partner, relationship, actor, model);
        }
        relationships.shorten(actor, partnerId, relationship, end);
        return done(partner, "relationship.shortened", flash);
    }

    /** The day is the last one of access, in the person's own zone; null where the text is no date. */
    private static @Nullable Instant endOfDay(String date, Actor actor) {
        try {
            return LocalDate.parse(date.strip())
                    .plusDays(1)
                    .atStartOfDay(actor.zone())
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @GetMapping("/auto-extend")
    String askAutoExtend(@PathVariable UUID partner, @PathVariable UUID relationship, Actor actor, Model model) {
        return ask(Action.AUTO_EXTEND, partner, relationship, actor, model);
    }

    @PostMapping("/auto-extend")
    String switchAutoExtend(
            @PathVariable UUID partner,
            @PathVariable UUID relationship,
            @RequestParam(defaultValue = "false") boolean on,
            @RequestParam(required = false) @Nullable String end,
            Actor actor,
            RedirectAttributes flash) {
        TenantId partnerId = new TenantId(partner);
        if (on) {
            relationships.switchAutoExtendOn(actor, partnerId, relationship);
            return done(partner, "relationship.auto-extend.switched-on", flash);
        }
        Instant shownEnd = Parse.instant(end).orElse(Instant.MAX);
        relationships.switchAutoExtendOff(actor, partnerId, relationship, shownEnd);
        return done(partner, "relationship.auto-extend.switched-off", flash);
    }

    @GetMapping("/end")
    String askEnd(@PathVariable UUID partner, @PathVariable UUID relationship, Actor actor, Model model) {
        return ask(Action.END, partner, relationship, actor, model);
    }

    @PostMapping("/end")
    String end(@PathVariable UUID partner, @PathVariable UUID relationship, Actor actor, RedirectAttributes flash) {
        relationships.end(actor, new TenantId(partner), relationship);
        return done(partner, "relationship.ended", flash);
    }
}
