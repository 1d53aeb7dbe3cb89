package org.partnerportal.customeragreement;

import java.util.Locale;
import java.util.UUID;
import org.partnerportal.agreement.AgreementRecord;
import org.partnerportal.agreement.PdfDownload;
import org.partnerportal.agreementrecord.RecordPdf;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Partner Center > Customers > Customer agreement: its state, asking for it, its records. */
@Controller
@RequestMapping("/partner/customers/{customer}/agreement")
class CustomerAgreementController {

    private final CustomerAgreementService agreements;
    private final TenantService tenants;
    private final RecordPdf pdf;

    CustomerAgreementController(CustomerAgreementService agreements, TenantService tenants, RecordPdf pdf) {
        this.agreements = agreements;
        this.tenants = tenants;
        this.pdf = pdf;
    }

    @GetMapping
    String show(@PathVariable UUID customer, Actor actor, Model model) {
        TenantId id = new TenantId(customer);
        model.addAttribute("agreement", agreements.of(actor, id));
        model.addAttribute("customer", tenants.tenant(id));
        return "customeragreement/agreement";
    }

    @PostMapping
    String ask(@PathVariable UUID customer, Actor actor, RedirectAttributes flash) {
        agreements.ask(actor, new TenantId(customer));
        flash.addFlashAttribute("success", "customeragreement.asked.done");
        return "redirect:/partner/customers/" + customer + "/agreement";
    }

    @GetMapping("/records/{id}")
    String record(@PathVariable UUID customer, @PathVariable UUID id, Actor actor, Model model) {
        TenantId tenant = new TenantId(customer);
        model.addAttribute("record", agreements.record(actor, tenant, id));
        model.addAttribute("customer", tenants.tenant(tenant));
        model.addAttribute("back", "/partner/customers/" + customer + "/agreement");
        model.addAttribute("address", "/partner/customers/" + customer + "/agreement/records/" + id);
        return "agreementrecord/record";
    }

    @GetMapping("/records/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID customer, @PathVariable UUID id, Actor actor, Locale locale) {
        TenantId tenant = new TenantId(customer);
        AgreementRecord record = agreements.record(actor, tenant, id);
        return PdfDownload.of(RecordPdf.name(record), pdf.make(record, tenants.tenant(tenant), locale, actor.zone()));
    }
}
