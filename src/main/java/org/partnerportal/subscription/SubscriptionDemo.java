package org.partnerportal.subscription;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.partnerportal.shared.Ids;
import org.partnerportal.software.SoftwareOffer;
import org.partnerportal.software.SoftwareService;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Buys a few products for the demo school, by itself and through its reseller, and software of their vendor for it and
 * another customer, so that people see what becomes of them.
 */
@Component
@Order(6) // when there is software to buy
class SubscriptionDemo implements ApplicationRunner {

    private static final int PUPILS = 30;
    private static final int TEACHERS = 5;

    private final SubscriptionService subscriptions;
    private final SubscriptionRepository stored;
    private final SoftwareService software;
    private final TenantService tenants;
    private final DemoData demoData;

    SubscriptionDemo(
            SubscriptionService subscriptions,
            SubscriptionRepository stored,
            SoftwareService software,
            TenantService tenants,
            DemoData demoData) {
        this.subscriptions = subscriptions;
        this.stored = stored;
        this.software = software;
        this.tenants = tenants;
        this.demoData = demoData;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!demoData.isOn() || stored.existsBy()) {
            return;
        }
        Actor school = person("ichiro@sakura.example");
        Actor reseller = person("yuki@aozora.example");
        subscriptions.buy(
                reseller,
                school.tenant().value(),
                Ids.next(),
                new Purchase(Product.CAMPUS_CLASS, Term.YEAR, PUPILS, ""));
        subscriptions.buy(school, null, Ids.next(), new Purchase(Product.SHIELD_PLUS, Term.MONTH, PUPILS, ""));
        var canceled = subscriptions.buy(
                school, null, Ids.next(), new Purchase(Product.MEETINGS_PLUS, Term.MONTH, TEACHERS, ""));
        subscriptions.cancel(school, null, canceled);
        buySoftware(school, PUPILS);
        buySoftware(person("nora@kestrel.example"), TEACHERS);
    }

    /** The oldest product of the customer's vendor that can be paid by the month. */
    private void buySoftware(Actor customer, int quantity) {
        Desk desk = subscriptions.desk(customer, null);
        String currency = Product.currency(desk.customer().country());
        List<SoftwareOffer> offers = new ArrayList<>(
                software.offers(customer.tenant(), currency, null).lines());
        Collections.reverse(offers);
        for (SoftwareOffer offer : offers) {
            if (offer.month() != null) {
                subscriptions.buy(
                        customer,
                        null,
                        Ids.next(),
                        new Purchase(
                                Product.SOFTWARE,
                                offer.id(),
                                Term.MONTH,
                                quantity,
                                "",
                                offer.month().minor()));
                return;
            }
        }
    }

    private Actor person(String email) {
        return tenants.actor(tenants.credentials(email).orElseThrow().account()).orElseThrow();
    }
}
