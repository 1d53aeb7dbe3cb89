package org.partnerportal.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.partnerportal.tenant.Actor;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Settings > History: everything that happened to this organisation, as far as the person wants to see. */
@Controller
class HistoryController {

    private static final String FORM = "form";

    private final TrailService trail;
    private final HistoryFile files;

    HistoryController(TrailService trail, HistoryFile files) {
        this.trail = trail;
        this.files = files;
    }

    @GetMapping("/settings/history")
    String history(Actor actor, @ModelAttribute(FORM) HistoryForm form, HttpServletRequest request, Model model) {
        request.setAttribute(FORM, form); // for the page that says that it could not be read
        TrailService.History history = trail.history(actor, form);
        model.addAttribute("history", history);
        model.addAttribute("filter", history.filter());
        model.addAttribute("choices", trail.choices(actor, history.filter()));
        return "audit/history";
    }

    /** The same rows as on the pages, all of them. */
    @GetMapping("/settings/history.csv")
    void csv(Actor actor, @ModelAttribute HistoryForm form, HttpServletResponse response) {
        files.csv(actor, form, response);
    }

    /** The same rows as on the pages, all of them. */
    @GetMapping("/settings/history.json")
    void json(Actor actor, @ModelAttribute HistoryForm form, HttpServletResponse response) throws IOException {
        files.json(actor, form, response);
    }

    /** The search took longer than anybody waits. */
    @ExceptionHandler
    ModelAndView tookTooLong(QueryTimeoutException e, HttpServletRequest request) {
        var page = new ModelAndView("audit/history", HttpStatus.SERVICE_UNAVAILABLE);
        Actor actor = (Actor) request.getAttribute("actor");
        HistoryForm form = request.getAttribute(FORM) instanceof HistoryForm asked ? asked : HistoryForm.EVERYTHING;
        TrailFilter filter = trail.filter(actor, form);
        page.addObject("filter", filter);
        page.addObject("choices", trail.choices(actor, filter));
        return page;
    }
}
