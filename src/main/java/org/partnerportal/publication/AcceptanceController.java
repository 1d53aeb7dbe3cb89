package org.partnerportal.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.agreement.AcceptanceList;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.agreement.AgreementVersion;
import org.partnerportal.shared.CsvFile;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Operator > Agreement > who has accepted a version: a list to search, and the same as CSV. */
@Controller
@RequestMapping("/operator/agreements/{id}")
class AcceptanceController {

    private static final int PAGE = 50;
    private static final int BATCH = 500;
    private static final int LONGEST_SEARCH = 100;

    private final AgreementService agreements;
    private final MessageSource messages;

    AcceptanceController(AgreementService agreements, MessageSource messages) {
        this.agreements = agreements;
        this.messages = messages;
    }

    @GetMapping("/acceptances")
    String list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String before,
            Actor actor,
            Model model) {
        String words = Parse.words(q, LONGEST_SEARCH);
        UUID from = Parse.uuid(before).orElse(null);
        model.addAttribute("version", agreements.version(actor, id).orElseThrow(NotFoundException::new));
        model.addAttribute("list", agreements.acceptances(actor, id, words, from, PAGE));
        model.addAttribute("q", words);
        model.addAttribute("first", from == null);
        return "publication/acceptances";
    }

    /** The same rows as on the pages, all of them, sent as they are read. */
    @GetMapping("/acceptances.csv")
    void csv(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String q,
            Actor actor,
            HttpServletResponse response) {
        AgreementVersion version = agreements.version(actor, id).orElseThrow(NotFoundException::new);
        String words = Parse.words(q, LONGEST_SEARCH);
        AcceptanceList list = agreements.acceptances(actor, id, words, null, BATCH);
        try (CsvFile file = CsvFile.of(response, "acceptances.csv")) {
            file.row(heading());
            list.rows().forEach(row -> file.row(cells(version, row)));
            while (list.next() != null) {
                list = agreements.acceptances(actor, id, words, list.next(), BATCH);
                list.rows().forEach(row -> file.row(cells(version, row)));
            }
        }
    }

    private String[] heading() {
        return new String[] {
            text("agreement.reference"),
            text("publication.customer"),
            text("publication.customer.domain"),
            text("publication.customer.id"),
            text("agreement.version"),
            text("agreement.shown-in"),
            text("agreement.sha256"),
            text("agreement.by"),
            text("publication.email"),
            text("publication.accepted-at.utc"),
            text("agreement.place")
        };
    }

    private String[] cells(AgreementVersion version, AcceptanceList.Row row) {
        return new String[] {
            row.reference(),
            row.customerName(),
            row.customerDomain(),
            row.customer().toString(),
            version.name(),
            text("agreement.language." + row.language()),
            row.sha256(),
            row.person(),
            row.email(),
            row.at().truncatedTo(ChronoUnit.SECONDS).toString(),
            text("Place." + row.place())
        };
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
