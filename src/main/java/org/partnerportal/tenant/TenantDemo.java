package org.partnerportal.tenant;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.partnerportal.shared.TenantId;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the fictional demo organisations and their people, once, while demo data is switched on. */
@Component
@Order(2)
class TenantDemo implements ApplicationRunner {

    private static final String OPERATOR_DOMAIN = "portal-office.example";

    private final TenantRepository tenants;
    private final AccountRepository accounts;
    private final PartnerProfileRepository profiles;
    private final PasswordEncoder passwords;
    private final DemoData demoData;
    private final Clock clock;

    TenantDemo(
            TenantRepository tenants,
            AccountRepository accounts,
            PartnerProfileRepository profiles,
            PasswordEncoder passwords,
            DemoData demoData,
            Clock clock) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.profiles = profiles;
        this.passwords = passwords;
        this.demoData = demoData;
        this.clock = clock;
    }

    /** Where an organisation's people live and what they read. */
    private record Home(TenantId tenant, String domain, Locale locale, ZoneId zone, String passwordHash, Instant now) {}

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!demoData.isOn()) {
            return;
        }
        String hash = passwords.encode(demoData.password());
        if (!tenants.existsByDemoTrue()) {
            customersAndPartners(hash);
        }
        if (tenants.findByDomain(OPERATOR_DOMAIN).isEmpty()) {
            Home office = organisation("Portal Office", OPERATOR_DOMAIN, "GB", Locale.ENGLISH, "Europe/London", hash);
            person(office, "robin", "Robin Ellis", AdminRole.OPERATOR);
        }
    }

    private void customersAndPartners(String hash) {
        Home school = organisation("学校法人さくら学院", "sakura.example", "JP", Locale.JAPANESE, "Asia/Tokyo", hash);
        person(school, "hanako", "佐藤 花子", AdminRole.GLOBAL_ADMINISTRATOR);
        person(school, "ichiro", "鈴木 一郎", AdminRole.BILLING_ADMINISTRATOR);
        person(school, "misaki", "高橋 美咲", AdminRole.HELPDESK_ADMINISTRATOR);
        person(school, "ken", "田中 健", AdminRole.DOMAIN_NAME_ADMINISTRATOR);
        person(school, "naoki", "渡辺 直樹");

        Home company = organisation(
                "Alder & Finch Logistics", "alderfinch.example", "GB", Locale.ENGLISH, "Europe/London", hash);
        person(company, "olivia", "Olivia Grant", AdminRole.GLOBAL_ADMINISTRATOR);
        person(company, "ben", "Ben Carter", AdminRole.BILLING_ADMINISTRATOR);
        person(company, "priya", "Priya Shah", AdminRole.HELPDESK_ADMINISTRATOR);
        person(company, "tom", "Tom Hughes", AdminRole.DOMAIN_NAME_ADMINISTRATOR);
        person(company, "mia", "Mia Lowe");

        Home bakery = organisation("Kestrel Bakeries", "kestrel.example", "GB", Locale.ENGLISH, "Europe/London", hash);
        person(bakery, "nora", "Nora Blake", AdminRole.GLOBAL_ADMINISTRATOR);

        Home aozora = organisation("あおぞらクラウド株式会社", "aozora.example", "JP", Locale.JAPANESE, "Asia/Tokyo", hash);
        profile(aozora, "+81 3 5550 0142");
        agents(aozora, "yuki", "山本 結衣", "sho", "中村 翔", "aoi", "小林 葵");

        Home brightwater = organisation(
                "Brightwater Systems", "brightwater.example", "US", Locale.ENGLISH, "America/New_York", hash);
        profile(brightwater, "+1 555 0117");
        agents(brightwater, "sam", "Sam Rivera", "lena", "Lena Brooks", "noah", "Noah Kim");

        Home hanse =
                organisation("Hanse IT Partner GmbH", "hanse.example", "DE", Locale.ENGLISH, "Europe/Berlin", hash);
        profile(hanse, "+49 40 5550 163");
        agents(hanse, "jonas", "Jonas Petersen", "clara", "Clara Vogt", "emil", "Emil Brandt");
    }

    private Home organisation(
            String name, String domain, String country, Locale locale, String zone, String passwordHash) {
        Instant now = clock.instant();
        TenantId id = tenants.save(new Tenant(name, domain, country, true, now)).id();
        return new Home(id, domain, locale, ZoneId.of(zone), passwordHash, now);
    }

    private void profile(Home home, String phone) {
        profiles.save(new PartnerProfile(home.tenant(), phone, "support@" + home.domain()));
    }

    private void agents(
            Home home, String admin, String adminName, String sales, String salesName, String help, String helpName) {
        person(home, admin, adminName, AdminRole.ADMIN_AGENT);
        person(home, sales, salesName, AdminRole.SALES_AGENT);
        person(home, help, helpName, AdminRole.HELPDESK_AGENT);
    }

    private void person(Home home, String mailbox, String name, AdminRole... roles) {
        var person = new NewAccount(
                mailbox + "@" + home.domain(), name, home.passwordHash(), home.locale(), home.zone(), Set.of(roles));
        accounts.save(new Account(home.tenant(), person, home.now()));
    }
}
