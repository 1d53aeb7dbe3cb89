package org.partnerportal.mailing;

import java.util.List;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.passwordlink.PasswordLinkSent;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The mail with a link by which to choose a password. */
@Component
class PasswordLinkMails {

    private final MailWriter mails;
    private final TenantService tenants;

    PasswordLinkMails(MailWriter mails, TenantService tenants) {
        this.mails = mails;
        this.tenants = tenants;
    }

    @EventListener
    void on(PasswordLinkSent event) {
        Reader reader = Reader.of(tenants.contact(event.person().account()));
        String kind = switch (event.reason()) {
            case INVITED -> "PasswordLinkInvited";
            case PARTNER_ACCOUNT -> "PasswordLinkPartnerAccount";
            case SENT -> "PasswordLinkSent";
            case FORGOTTEN -> "PasswordLinkForgotten";
        };
        mails.write(
                reader,
                kind,
                event.link(),
                event.who().name(),
                event.person().tenantName(),
                List.of(
                        mails.fact(reader, "organisation", event.person().tenantName()),
                        mails.fact(reader, "sign-in", event.person().email()),
                        mails.fact(reader, "good-until", mails.time(reader, event.expiresAt()))),
                event.token().path(),
                event.expiresAt());
    }
}
