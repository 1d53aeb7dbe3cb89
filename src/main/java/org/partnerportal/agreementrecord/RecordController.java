package org.partnerportal.agreementrecord;

import java.util.Locale;
import java.util.UUID;
import org.partnerportal.agreement.AgreementRecord;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.agreement.PdfDownload;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The customer's records: each for ever at its address, as a page and as a PDF. */
@Controller
@RequestMapping("/billing/agreement/records/{id}")
class RecordController {

    private final AgreementService agreements;
    private final TenantService tenants;
    private final RecordPdf pdf;

    RecordController(AgreementService agreements, TenantService tenants, RecordPdf pdf) {
        this.agreements = agreements;
        this.tenants = tenants;
        this.pdf = pdf;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("record", agreements.record(actor.tenant(), id));
        model.addAttribute("customer", tenants.tenant(actor.tenant()));
        model.addAttribute("address", "/billing/agreement/records/" + id);
        model.addAttribute("back", "/billing/agreement");
        return "agreementrecord/record";
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Actor actor, Locale locale) {
        AgreementRecord record = agreements.record(actor.tenant(), id);
        return PdfDownload.of(
                RecordPdf.name(record), pdf.make(record, tenants.tenant(actor.tenant()), locale, actor.zone()));
    }
}
