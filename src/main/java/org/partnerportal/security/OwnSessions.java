package org.partnerportal.security;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.partnerportal.tenant.AccountsDisabled;
import org.partnerportal.tenant.PasswordReplaced;
import org.springframework.context.event.EventListener;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of one account: listed, and ended but for one. */
@Component
class OwnSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OwnSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    Collection<? extends Session> of(UUID account) {
        return sessions.findByPrincipalName(account.toString()).values();
    }

    /** Ends all of the person's sessions but that one; tells how many. */
    int endOthers(UUID account, String current) {
        List<String> others = sessions.findByPrincipalName(account.toString()).keySet().stream()
                .filter(id -> !id.equals(current))
                .toList();
        others.forEach(sessions::deleteById);
        return others.size();
    }

    /** Nor may whoever knew the old password go on. */
    @EventListener
    void on(PasswordReplaced event) {
        endOthers(event.account(), "");
    }

    /** A session that nobody used meanwhile must not come back to life with the account. */
    @EventListener
    void on(AccountsDisabled event) {
        event.accounts().forEach(account -> endOthers(account, ""));
    }
}
