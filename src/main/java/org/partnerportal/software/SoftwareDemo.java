package org.partnerportal.software;

import java.util.UUID;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the demo vendor, which has a relationship with the demo school, two products on sale. */
@Component
@Order(5)
class SoftwareDemo implements ApplicationRunner {

    private final SoftwareService software;
    private final SoftwareRepository repository;
    private final TenantService tenants;
    private final DemoData demoData;

    SoftwareDemo(SoftwareService software, SoftwareRepository repository, TenantService tenants, DemoData demoData) {
        this.software = software;
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
        Actor vendor = tenants.actor(tenants.credentials("sam@brightwater.example")
                        .orElseThrow()
                        .account())
                .orElseThrow();
        UUID roster = add(
                vendor,
                "Class Roster",
                "クラス名簿",
                "Seating plans, attendance and notes to parents. A demo product.",
                "座席表、出欠、保護者への連絡。デモ用の製品です。",
                "300",
                "3000");
        software.putOnSale(vendor, roster);
        UUID library = add(
                vendor,
                "Library Desk",
                "図書デスク",
                "Lends and finds the books of a school library. A demo product.",
                "図書室の本の貸し出しと検索。デモ用の製品です。",
                "",
                "4800");
        software.putOnSale(vendor, library);
    }

    private UUID add(
            Actor vendor,
            String nameEn,
            String nameJa,
            String descriptionEn,
            String descriptionJa,
            String monthJpy,
            String yearJpy) {
        return software.add(
                vendor,
                new SoftwareForm(
                        Ids.next().toString(),
                        "",
                        nameEn,
                        nameJa,
                        descriptionEn,
                        descriptionJa,
                        "2.40",
                        "24.00",
                        "",
                        "",
                        "1.90",
                        "19.00",
                        monthJpy,
                        yearJpy));
    }
}
