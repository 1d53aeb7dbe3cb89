package org.partnerportal.invoice;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.Months;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.subscription.Charge;
import org.partnerportal.subscription.SubscriptionEvent;
import org.partnerportal.subscription.SubscriptionRules;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes an invoice for everything that is to be paid, in the transaction in which it happens, and shows them. */
@Service
@Transactional(readOnly = true)
public class InvoiceService {

    static final int PAGE = 50;

    private static final String ROW = "select new org.partnerportal.invoice.InvoiceView(i.id, i.number, i.customer,"
            + " i.customerName, i.seller, i.sellerName, i.subscriptionId, i.subscriptionReference, i.reason,"
            + " i.product, i.title, i.term, i.domain, i.quantity, i.currency, i.price, i.amount, i.periodFrom, i.periodTo,"
            + " i.issuedAt)";

    private final InvoiceRepository invoices;
    private final RelationshipService relationships;
    private final TenantService tenants;
    private final EntityManager entities;

    InvoiceService(
            InvoiceRepository invoices,
            RelationshipService relationships,
            TenantService tenants,
            EntityManager entities) {
        this.invoices = invoices;
        this.relationships = relationships;
        this.tenants = tenants;
        this.entities = entities;
    }

    @EventListener
    @Transactional
    void on(SubscriptionEvent event) {
        Charge charge = event.charge();
        if (charge != null) {
            TenantId seller = event.subscription().seller();
            String customer = tenants.tenant(event.customer()).name();
            // the organisation that runs the portal sells what customers buy themselves
            invoices.save(new Invoice(event, charge, customer, seller == null ? tenants.portalName() : name(seller)));
        }
    }

    private String name(TenantId tenant) {
        return tenants.tenant(tenant).name();
    }

    /** Whose invoices the person reads: the own ones, or the named customer's for what the person's organisation sold. */
    InvoiceShelf shelf(Actor actor, @Nullable UUID customer) {
        if (customer == null) {
            SubscriptionRules.see(actor).ifPresent(refusal -> {
                throw new RefusedException(refusal);
            });
            return new InvoiceShelf(tenants.tenant(actor.tenant()), null);
        }
        var id = new TenantId(customer);
        relationships.withCustomer(actor, id); // not found where it never was one
        return new InvoiceShelf(tenants.tenant(id), actor.tenant());
    }

    InvoiceList list(InvoiceShelf shelf, @Nullable UUID before) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("customer", shelf.customer().id()));
        String from = " from Invoice i where i.customer = :customer";
        if (shelf.seller() != null) {
            from += " and i.seller = :seller";
            parameters.put("seller", shelf.seller());
        }
        long count = ListQuery.count(entities, "i.id", from, parameters);
        if (before != null) {
            from += " and i.id < :before";
            parameters.put("before", before);
        }
        List<InvoiceView> found = ListQuery.of(
                        entities, ROW + from + " order by i.id desc", InvoiceView.class, parameters)
                .setMaxResults(PAGE + 1)
                .getResultList();
        boolean more = found.size() > PAGE;
        List<InvoiceView> shown = more ? found.subList(0, PAGE) : found;
        return new InvoiceList(shown, count, before, more ? shown.get(PAGE - 1).id() : null);
    }

    InvoiceView one(InvoiceShelf shelf, UUID id) {
        return invoices.ofCustomer(shelf.customer().id(), id)
                .map(Invoice::view)
                .filter(invoice -> shelf.seller() == null || Objects.equals(shelf.seller(), invoice.seller()))
                .orElseThrow(NotFoundException::new);
    }

    /**
     * What the person's organisation had to pay in each of the months, for each currency in which there was anything; nothing
     * for whoever doesn't look after bills.
     */
    public List<List<Money>> spent(Actor actor, Months months) {
        return actor.isAtLeastBillingAdministrator() ? byMonth("i.customer", actor.tenant(), months) : List.of();
    }

    /** What customers had to pay in each of the months for what was sold, for each currency of it; nothing for all but sellers. */
    public List<List<Money>> sold(Actor actor, Months months) {
        return actor.maySendInvitations() ? byMonth("i.seller", actor.tenant(), months) : List.of();
    }

    private List<List<Money>> byMonth(String whose, TenantId tenant, Months months) {
        Map<String, Object> parameters = months.parameters();
        parameters.put("tenant", tenant);
        String text = "select i.currency, " + months.sums("i.issuedAt", "i.amount") + " from Invoice i where " + whose
                + " = :tenant and " + Months.within("i.issuedAt") + " group by i.currency order by i.currency";
        return ListQuery.of(entities, text, Object[].class, parameters)
                .getResultStream()
                .map(row -> Months.read(Arrays.copyOfRange(row, 1, row.length)).stream()
                        .map(sum -> new Money(sum, (String) row[0]))
                        .toList())
                .toList();
    }
}
