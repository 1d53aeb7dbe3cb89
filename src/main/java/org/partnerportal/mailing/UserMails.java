package org.partnerportal.mailing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.user.UserPasswordReset;
import org.partnerportal.user.UserRolesChanged;
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

    /** The person hears of it, and so does every Global Administrator: nobody becomes an admin unnoticed. */
    @EventListener
    void on(UserRolesChanged event) {
        Set<Contact> people = new LinkedHashSet<>();
        people.add(tenants.contact(event.person().account()));
        people.addAll(tenants.globalAdministrators(event.customer()));
        people.removeIf(person -> person.account().equals(event.who().account()));
        for (Contact person : people) {
            Reader reader = Reader.of(person);
            List<Fact> facts = new ArrayList<>(List.of(mails.fact(
                    reader,
                    "person",
                    event.person().name() + " (" + event.person().email() + ")")));
            fact(reader, "roles-given", event.given(), facts);
            fact(reader, "roles-taken", event.taken(), facts);
            mails.write(
                    reader, event.kind(), event.subject(), event.who().name(), event.organisation(), facts, "/users");
        }
    }

    private void fact(Reader reader, String key, Set<AdminRole> roles, List<Fact> facts) {
        if (!roles.isEmpty()) {
            List<String> names = roles.stream()
                    .sorted()
                    .map(role -> mails.text(reader, "AdminRole." + role))
                    .toList();
            facts.add(mails.fact(reader, key, mails.joined(reader, names)));
        }
    }
}
