package org.partnerportal.operator;

import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Operator > Jobs: what runs by itself, and "Run now" for what failed. */
@Controller
@RequestMapping("/operator/jobs")
class JobController {

    private final JobService jobs;

    JobController(JobService jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("jobs", jobs.jobs(actor));
        return "operator/jobs";
    }

    @PostMapping("/{job}/run")
    String runNow(@PathVariable String job, Actor actor, RedirectAttributes flash) {
        jobs.runNow(actor, job);
        flash.addFlashAttribute("success", "operator.job.started");
        return "redirect:/operator/jobs";
    }
}
