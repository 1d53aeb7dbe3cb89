package org.partnerportal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.partnerportal.application.ApplicationFixture;
import org.partnerportal.batch.BatchFixture;
import org.partnerportal.batch.BatchProbe;
import org.partnerportal.bulkinvitation.BulkInvitationFixture;
import org.partnerportal.contact.ContactFixture;
import org.partnerportal.customer.BulkFixture;
import org.partnerportal.device.DeviceFixture;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.listing.ListingFixture;
import org.partnerportal.mpsa.MpsaFixture;
import org.partnerportal.partneraccount.PartnerAccountFixture;
import org.partnerportal.referral.ReferralFixture;
import org.partnerportal.roletemplate.RoleTemplateFixture;
import org.partnerportal.setup.SetupFixture;
import org.partnerportal.software.SoftwareFixture;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.support.SupportFixture;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole portal on a real PostgreSQL server; one context for all such tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.datasource.hikari.connection-timeout=30000",
            "spring.mail.host=127.0.0.1",
            // races and long lists send more than people do; LimitedTest has the number that people have
            "portal.limit.invitation-mails=1000000",
            "db-scheduler.polling-interval=1h"
        })
@AutoConfigureMockMvc
@Import({
    PortalTestConfiguration.class,
    PostgresServer.class,
    TenantFixture.class,
    InvitationFixture.class,
    ListingFixture.class,
    MpsaFixture.class,
    PartnerAccountFixture.class,
    ReferralFixture.class,
    ContactFixture.class,
    BatchFixture.class,
    DeviceFixture.class,
    ApplicationFixture.class,
    SoftwareFixture.class,
    BatchProbe.class,
    BulkFixture.class,
    BulkInvitationFixture.class,
    RoleTemplateFixture.class,
    SetupFixture.class,
    SupportFixture.class,
    SubscriptionFixture.class
})
public @interface PostgresTest {}
