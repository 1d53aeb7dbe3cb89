package org.partnerportal.device;

import java.util.Map;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the demo customers a few devices of both layouts. */
@Component
@Order(5)
class DeviceDemo implements ApplicationRunner {

    private final DeviceService devices;
    private final DeviceRepository repository;
    private final TenantService tenants;
    private final DemoData demoData;

    DeviceDemo(DeviceService devices, DeviceRepository repository, TenantService tenants, DemoData demoData) {
        this.devices = devices;
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
        Actor maker = person("jonas@hanse.example");
        Actor reseller = person("yuki@aozora.example");
        Actor school = person("ichiro@sakura.example");
        Actor company = person("ben@alderfinch.example");
        DeviceBatch classroom = batch("Classroom notebooks");
        DeviceBatch office = batch("Front office");
        DeviceBatch staffRoom = batch("職員室 2026");
        for (int number = 1; number <= 2; number++) {
            made(maker, school, classroom, "HN-2026-010" + number, "Hanse Notebook 11");
            made(maker, company, office, "HN-2026-020" + number, "Hanse Notebook 14");
        }
        tagged(reseller, school, staffRoom, "AZ-55-0001", "00330-80000-00000-AA551", "職員", "");
        tagged(reseller, school, staffRoom, "AZ-55-0002", "00330-80000-00000-AA552", "職員", "ichiro@sakura.example");
    }

    private static DeviceBatch batch(String name) {
        return new DeviceBatch(Ids.next(), name);
    }

    private void made(Actor partner, Actor customer, DeviceBatch batch, String serial, String model) {
        register(
                partner,
                customer,
                batch,
                Map.of(
                        DeviceColumn.SERIAL,
                        serial,
                        DeviceColumn.MANUFACTURER,
                        "Hanse Systems",
                        DeviceColumn.MODEL,
                        model));
    }

    private void tagged(
            Actor partner,
            Actor customer,
            DeviceBatch batch,
            String serial,
            String productId,
            String tag,
            String user) {
        register(
                partner,
                customer,
                batch,
                Map.of(
                        DeviceColumn.SERIAL,
                        serial,
                        DeviceColumn.PRODUCT_ID,
                        productId,
                        DeviceColumn.GROUP_TAG,
                        tag,
                        DeviceColumn.ASSIGNED_USER,
                        user));
    }

    private void register(Actor partner, Actor customer, DeviceBatch batch, Map<DeviceColumn, String> cells) {
        devices.register(partner, customer.tenant(), batch, cells);
    }

    private Actor person(String email) {
        return tenants.actor(tenants.credentials(email).orElseThrow().account()).orElseThrow();
    }
}
