package org.partnerportal.security;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.partnerportal.tenant.AccessEnded;
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

    /** A session must not come back to life with the account, nor go on with a password that was replaced. */
    @EventListener
    void on(AccessEnded event) {
        event.accounts().forEach(account -> endOthers(account, ""));
    }
}
