package org.partnerportal.subscription;

import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Buys a few products for the demo school, by itself and through its reseller, so that people see what becomes of them. */
@Component
@Order(5)
class SubscriptionDemo implements ApplicationRunner {

    private static final int PUPILS = 30;
    private static final int TEACHERS = 5;

    private final SubscriptionService subscriptions;
    private final SubscriptionRepository stored;
    private final TenantService tenants;
    private final DemoData demoData;

    SubscriptionDemo(
            SubscriptionService subscriptions,
            SubscriptionRepository stored,
            TenantService tenants,
            DemoData demoData) {
        this.subscriptions = subscriptions;
        this.stored = stored;
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
    }

    private Actor person(String email) {
        return tenants.actor(tenants.credentials(email).orElseThrow().account()).orElseThrow();
    }
}
