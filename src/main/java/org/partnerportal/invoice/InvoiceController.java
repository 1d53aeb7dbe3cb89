package org.partnerportal.invoice;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.agreement.PdfDownload;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Bills & payments, and Partner Center > Customers > Invoices: each as a page and as a PDF. */
@Controller
@RequestMapping({"/billing/bills-and-payments", "/partner/customers/{customer}/invoices"})
class InvoiceController {

    private final InvoiceService invoices;
    private final InvoicePdf pdf;

    InvoiceController(InvoiceService invoices, InvoicePdf pdf) {
        this.invoices = invoices;
        this.pdf = pdf;
    }

    @GetMapping
    String list(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        InvoiceShelf shelf = invoices.shelf(actor, customer);
        model.addAttribute("shelf", shelf);
        model.addAttribute("list", invoices.list(shelf, Parse.uuid(before).orElse(null)));
        return "invoice/list";
    }

    @GetMapping("/{id}")
    String show(
            Actor actor, @PathVariable(required = false) @Nullable UUID customer, @PathVariable UUID id, Model model) {
        InvoiceShelf shelf = invoices.shelf(actor, customer);
        model.addAttribute("shelf", shelf);
        model.addAttribute("invoice", invoices.one(shelf, id));
        return "invoice/invoice";
    }

    @GetMapping("/{id}/pdf")
    ResponseEntity<byte[]> pdf(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID customer,
            @PathVariable UUID id,
            Locale locale) {
        InvoiceView invoice = invoices.one(invoices.shelf(actor, customer), id);
        return PdfDownload.of(InvoicePdf.name(invoice), pdf.make(invoice, locale));
    }
}
