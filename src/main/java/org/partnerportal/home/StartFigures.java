package org.partnerportal.home;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnerportal.device.DeviceService;
import org.partnerportal.invoice.InvoiceService;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.relationship.PendingOffers;
import org.partnerportal.relationship.RelationshipFilter;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.CutCount;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.Months;
import org.partnerportal.subscription.SubscriptionService;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Component;

/** The start page's numbers and charts, as far as the person may see what they are about. */
@Component
class StartFigures {

    private static final RelationshipFilter IN_FORCE = RelationshipFilter.of(Side.PARTNER, null, null, null, null);
    private static final int COUNTED = CutCount.MOST + 1;

    private final RelationshipService relationships;
    private final PendingOffers offers;
    private final SubscriptionService subscriptions;
    private final InvoiceService invoices;
    private final DeviceService devices;
    private final Clock clock;

    StartFigures(
            RelationshipService relationships,
            PendingOffers offers,
            SubscriptionService subscriptions,
            InvoiceService invoices,
            DeviceService devices,
            Clock clock) {
        this.relationships = relationships;
        this.offers = offers;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.devices = devices;
        this.clock = clock;
    }

    /** What the start page shows of them. */
    record Shown(List<Figure> figures, List<Chart> charts) {}

    Shown of(Actor actor, AdminCenter center, Locale locale) {
        Instant now = clock.instant();
        var past = Months.until(now, actor.zone());
        List<List<Money>> spent = invoices.spent(actor, past);
        List<List<Money>> sold = invoices.sold(actor, past);
        return new Shown(
                figures(actor, center, spent, sold, locale),
                charts(actor, Months.from(now, actor.zone()), past, spent, sold, locale));
    }

    /** What may always be counted, even to nothing, and of the rest what there is. */
    private List<Figure> figures(
            Actor actor, AdminCenter center, List<List<Money>> spent, List<List<Money>> sold, Locale locale) {
        List<Figure> figures = new ArrayList<>();
        if (actor.isAgent()) {
            long customers = relationships.countCustomers(actor, IN_FORCE, COUNTED);
            figures.add(Figure.of("customers", customers, "/partner/customers", locale));
        }
        if (actor.maySendInvitations()) {
            long pending = offers.countSent(actor);
            figures.add(Figure.of("pending", pending, "/partner/invitations?show=pending", locale));
        }
        if (actor.maySeeRelationships()) {
            long partners = relationships.countPartners(actor, COUNTED);
            figures.add(Figure.of("partners", partners, "/settings/partner-relationships", locale));
        }
        addCount(figures, "in-use", subscriptions.countInUse(actor), "/billing/your-products", locale);
        addThisMonth(figures, "spent", spent, "/billing/bills-and-payments", locale);
        addThisMonth(figures, "sold", sold, "/partner/customers", locale);
        addCount(figures, "devices", devices.count(center), "/devices", locale);
        addCount(figures, "registered", devices.countRegistered(actor), "/partner/devices", locale);
        return figures;
    }

    private static void addCount(List<Figure> figures, String name, long count, String address, Locale locale) {
        if (count > 0) {
            figures.add(Figure.of(name, count, address, locale));
        }
    }

    private static void addThisMonth(
            List<Figure> figures, String name, List<List<Money>> sums, String address, Locale locale) {
        List<Money> last = sums.stream()
                .map(months -> months.get(months.size() - 1))
                .filter(sum -> sum.minor() > 0)
                .toList();
        if (!last.isEmpty()) {
            String text = last.stream().map(sum -> sum.text(locale)).collect(Collectors.joining(" · "));
            figures.add(new Figure(name, text, address));
        }
    }

    /** When customers' relationships end, and what was sold and bought month by month, where there is anything of it. */
    private List<Chart> charts(
            Actor actor, Months coming, Months past, List<List<Money>> spent, List<List<Money>> sold, Locale locale) {
        NumberFormat number = NumberFormat.getIntegerInstance(locale);
        Stream<Chart> ends = actor.isAgent()
                ? Stream.of(Chart.of(
                        "ends",
                        "",
                        coming.all(),
                        relationships.ends(actor, coming),
                        number::format,
                        number::format,
                        "/partner/customers?sort=ending"))
                : Stream.empty();
        return Stream.of(
                        ends,
                        money("sold", sold, past, "/partner/customers", locale),
                        money("spent", spent, past, "/billing/bills-and-payments", locale))
                .flatMap(charts -> charts)
                .filter(Chart::hasBars)
                .toList();
    }

    private static Stream<Chart> money(
            String name, List<List<Money>> sums, Months months, String address, Locale locale) {
        return sums.stream().map(of -> {
            String currency = of.get(0).currency();
            return Chart.of(
                    name,
                    currency,
                    months.all(),
                    of.stream().map(Money::minor).toList(),
                    minor -> new Money(minor, currency).compact(locale),
                    minor -> new Money(minor, currency).text(locale),
                    address);
        });
    }
}
