package org.partnerportal.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration;
import org.partnerportal.tenant.DemoAccount;
import org.partnerportal.tenant.TenantService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the newer demo data brings, so that a look at the demo shows each feature at work. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:demo;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH",
            "portal.demo.data=true",
            "spring.mail.host=127.0.0.1",
            "db-scheduler.polling-interval=1h"
        })
@Import(PortalTestConfiguration.class)
class DemoTests {

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TenantService tenants;

    private long count(String query) {
        return database.queryForObject(query, Long.class);
    }

    @Test
    void oneOfThreePairsOfMpsaPartnersIsAllowed() {
        assertThat(count("select count(*) from mpsa_consent where taken_back_at is null"))
                .isOne();
        assertThat(count("""
                        select count(distinct r.partner_id) from relationship r join tenant t on t.id = r.customer_id
                        where t.domain = 'alderfinch.example' and r.type = 'MPSA'
                        """)).isEqualTo(3);
    }

    @Test
    void whatHasEndedIsToldAsOfItsEndAndNotAnnouncedAfterIt() {
        String told = "select count(*) from trail_entry e join relationship r on r.id = e.subject_id where ";
        assertThat(count(told + "e.kind = 'RelationshipExpired' and e.at = r.ends_at"))
                .isPositive();
        assertThat(count(told + "e.kind = 'RelationshipExpired' and e.at <> r.ends_at"))
                .isZero();
        assertThat(count(told + "e.kind = 'RelationshipEnding' and e.at >= r.ends_at"))
                .isZero();
    }

    @Test
    void twoOfAPartnersPeopleHaveAccountsAtOneCustomer() {
        assertThat(count("""
                        select count(*) from partner_account p join tenant t on t.id = p.customer_id
                        where t.domain = 'alderfinch.example'
                        """)).isEqualTo(2);
    }

    @Test
    void everybodyOnTheSignInPageIsThereOnceAndCanSignIn() {
        assertThat(tenants.demoAccounts())
                .isNotEmpty()
                .allSatisfy(person -> assertThat(tenants.credentials(person.email()))
                        .as(person.email())
                        .isPresent())
                .extracting(DemoAccount::email)
                .doesNotHaveDuplicates();
        assertThat(tenants.demoAccounts().stream().filter(DemoAccount::employed))
                .hasSize(2)
                .extracting(DemoAccount::tenantName)
                .containsOnly("Alder & Finch Logistics");
    }

    @Test
    void theVendorsSoftwareIsBoughtByTwoCustomers() {
        assertThat(count("select count(distinct customer_id) from subscription where product = 'SOFTWARE'"))
                .isEqualTo(2);
    }
}
