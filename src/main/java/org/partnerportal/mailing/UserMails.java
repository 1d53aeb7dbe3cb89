package org.partnerportal.mailing;

import java.util.ArrayList;
import java.util.List;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.user.UserPasswordReset;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people what others did to their accounts. */
@Component
class UserMails {

    private final MailWriter mails;
    private final TenantService tenants;

    UserMails(MailWriter mails, TenantService tenants) {
        this.mails = mails;
        this.tenants = tenants;
    }

    @EventListener
    void on(UserPasswordReset event) {
        Reader reader = Reader.of(tenants.contact(event.person().account()));
        List<Fact> facts = new ArrayList<>(
                List.of(mails.fact(reader, "sign-in", event.person().email())));
        TenantId partner = event.partner();
        if (partner != null) {
            facts.add(mails.fact(reader, "partner", mails.name(partner)));
        }
        mails.write(reader, event.kind(), event.subject(), event.who().name(), event.organisation(), facts, "/sign-in");
    }
}
