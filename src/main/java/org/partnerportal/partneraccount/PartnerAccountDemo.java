package org.partnerportal.partneraccount;

import java.util.List;
import java.util.Set;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.Passwords;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives two of a demo partner's people accounts at the demo company, with the password of all demo people. */
@Component
@Order(5)
class PartnerAccountDemo implements ApplicationRunner {

    private final PartnerAccountService accounts;
    private final PartnerAccountRepository repository;
    private final RelationshipService relationships;
    private final TenantService tenants;
    private final Passwords passwords;
    private final DemoData demoData;

    PartnerAccountDemo(
            PartnerAccountService accounts,
            PartnerAccountRepository repository,
            RelationshipService relationships,
            TenantService tenants,
            Passwords passwords,
            DemoData demoData) {
        this.accounts = accounts;
        this.repository = repository;
        this.relationships = relationships;
        this.tenants = tenants;
        this.passwords = passwords;
        this.demoData = demoData;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!demoData.isOn() || repository.existsBy()) {
            return;
        }
        Actor company = person("olivia@alderfinch.example");
        Actor partner = person("jonas@hanse.example");
        relationships.withPartner(company, partner.tenant()).stream()
                .filter(view -> view.type() == PartnerType.PARTNER && view.status() == RelationshipStatus.ACTIVE)
                .findFirst()
                .ifPresent(relationship -> {
                    add(company, relationship, "Mara Lindt", "mara@hanse-field.example");
                    add(company, relationship, "Theo Krause", "theo@hanse-field.example");
                });
    }

    private void add(Actor company, RelationshipView relationship, String name, String email) {
        Set<String> roles = relationship.roles();
        var form = new PartnerAccountForm(Ids.next().toString(), name, email, "en", List.copyOf(roles));
        accounts.create(company, relationship.partner(), relationship.id(), form);
        tenants.choosePassword(tenants.contactOf(email).orElseThrow().account(), passwords.hash(demoData.password()));
    }

    private Actor person(String email) {
        return tenants.actor(tenants.credentials(email).orElseThrow().account()).orElseThrow();
    }
}
