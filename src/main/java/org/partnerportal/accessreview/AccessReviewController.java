package org.partnerportal.accessreview;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.shared.CsvFile;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings > Access reviews: the list, a review to decide and sign, and a finished one with its downloads. */
@Controller
@RequestMapping("/settings/access-reviews")
class AccessReviewController {

    private final AccessReviewService reviews;
    private final AccessReviewSheet sheet;
    private final TenantService tenants;
    private final EntraRoles roles;

    AccessReviewController(
            AccessReviewService reviews, AccessReviewSheet sheet, TenantService tenants, EntraRoles roles) {
        this.reviews = reviews;
        this.sheet = sheet;
        this.tenants = tenants;
        this.roles = roles;
    }

    @GetMapping
    String list(Actor actor, @RequestParam(required = false) @Nullable String before, Model model) {
        model.addAttribute("list", reviews.list(actor, Parse.uuid(before).orElse(null)));
        model.addAttribute("first", Parse.uuid(before).isEmpty());
        model.addAttribute("administrators", tenants.billingAdministrators(actor.tenant()));
        return "accessreview/list";
    }

    @PostMapping
    String start(Actor actor, RedirectAttributes flash) {
        UUID review = reviews.start(actor);
        flash.addFlashAttribute("success", "review.started");
        return "redirect:/settings/access-reviews/" + review;
    }

    @GetMapping("/{review}")
    String show(@PathVariable UUID review, Actor actor, Model model) {
        AccessReviewView view = reviews.one(actor, review);
        var form = AccessReviewForm.EMPTY;
        return page(view, form, new BeanPropertyBindingResult(form, "form"), actor, model);
    }

    @PostMapping("/{review}")
    String finish(
            @PathVariable UUID review,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        AccessReviewForm form = AccessReviewForm.of(sent);
        AccessReviewView view = reviews.one(actor, review);
        if (AccessReviewRules.mayFinish(view.status(), actor).isEmpty()) {
            BindingResult errors = check(form, view);
            if (errors.hasErrors()) {
                boolean stale = errors.hasFieldErrors(AccessReviewRefusal.NEW_ACCESS.field());
                response.setStatus((stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
                model.addAttribute("invalid", true);
                return page(view, form, errors, actor, model);
            }
        }
        AccessReviewView finished = reviews.finish(actor, review, form.answers());
        if (actor.account().equals(finished.signerId())) {
            flash.addFlashAttribute("success", "review.finished.done");
        } else {
            flash.addFlashAttribute("late", true);
        }
        return "redirect:/settings/access-reviews/" + review;
    }

    /** What is wrong, field by field; a missing decision names its row. */
    private BindingResult check(AccessReviewForm form, AccessReviewView view) {
        var errors = new BeanPropertyBindingResult(form, "form");
        AccessReviewAnswers answers = form.answers();
        for (AccessReviewRefusal refusal : AccessReviewRules.wrong(keys(view), answers)) {
            if (refusal == AccessReviewRefusal.UNDECIDED) {
                Set<GrantKey> undecided = Set.copyOf(AccessReviewRules.undecided(keys(view), answers));
                view.grants().stream()
                        .filter(grant -> undecided.contains(grant.key()))
                        .forEach(grant -> errors.rejectValue(
                                AccessReviewForm.field(grant.key()), "review.undecided", names(grant), null));
            } else {
                errors.rejectValue(refusal.field(), refusal.key());
            }
        }
        return errors;
    }

    private Object[] names(AccessGrant grant) {
        String role = roles.name(roles.named(List.of(grant.role())).get(0));
        return new Object[] {role, grant.partnerName(), grant.relationshipName()};
    }

    private static Set<GrantKey> keys(AccessReviewView view) {
        return view.grants().stream().map(AccessGrant::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String page(AccessReviewView view, AccessReviewForm form, BindingResult errors, Actor actor, Model model) {
        model.addAttribute("review", view);
        if (!view.isOpen()) {
            return "accessreview/finished";
        }
        Refusal refusal = AccessReviewRules.mayFinish(view.status(), actor).orElse(null);
        model.addAllAttributes(errors.getModel());
        model.addAttribute("refusal", refusal);
        if (refusal != null) {
            model.addAttribute("administrators", tenants.billingAdministrators(actor.tenant()));
        }
        // what went meanwhile stays in the form, so that the record tells of it
        Set<GrantKey> shown = new LinkedHashSet<>(keys(view));
        Set<GrantKey> fresh = new HashSet<>(form.shown().isEmpty() ? Set.of() : shown);
        fresh.removeAll(form.shown());
        shown.addAll(form.shown());
        model.addAttribute("shown", shown);
        model.addAttribute("fresh", fresh);
        return "accessreview/review";
    }

    /** The rows for spreadsheet programs. */
    @GetMapping("/{review}/csv")
    void csv(@PathVariable UUID review, Actor actor, Locale locale, HttpServletResponse response) {
        AccessReviewView view = reviews.one(actor, review);
        try (CsvFile file = CsvFile.of(response, fileName(view, "csv"))) {
            sheet.write(view, locale, file);
        }
    }

    /** A finished review as a document to keep or to print. */
    @GetMapping("/{review}/record")
    String record(@PathVariable UUID review, Actor actor, Model model, HttpServletResponse response) {
        AccessReviewView view = reviews.one(actor, review);
        if (view.isOpen()) {
            throw new NotFoundException();
        }
        model.addAttribute("review", view);
        model.addAttribute("customer", tenants.tenant(actor.tenant()));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName(view, "html"))
                        .build()
                        .toString());
        return "accessreview/record";
    }

    private static String fileName(AccessReviewView review, String ending) {
        return "access-review-" + review.reference() + "." + ending;
    }
}
