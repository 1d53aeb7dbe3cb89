package org.partnerportal.mpsa;

import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets two of the demo company's three MPSA partners see each other's purchases; the third sees nobody's. */
@Component
@Order(5)
class MpsaDemo implements ApplicationRunner {

    private static final int PARTNERS = 3;

    private final MpsaService consents;
    private final MpsaRepository repository;
    private final TenantService tenants;
    private final DemoData demoData;

    MpsaDemo(MpsaService consents, MpsaRepository repository, TenantService tenants, DemoData demoData) {
        this.consents = consents;
        this.repository = repository;
        this.tenants = tenants;
        this.demoData = demoData;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!demoData.isOn() || repository.existsBy()) {
            return;
        }
        Actor company = person("ben@alderfinch.example");
        // what people ended themselves does not come back
        if (consents.overview(company, MpsaFilter.ALL).partners().size() == PARTNERS) {
            consents.allow(
                    company,
                    new MpsaForm(
                            person("jonas@hanse.example").tenant().toString(),
                            person("sam@brightwater.example").tenant().toString()));
        }
    }

    private Actor person(String email) {
        return tenants.actor(tenants.credentials(email).orElseThrow().account()).orElseThrow();
    }
}
