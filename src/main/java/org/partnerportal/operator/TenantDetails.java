package org.partnerportal.operator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantRefusal;
import org.partnerportal.tenant.TenantRules;

/**
 * An organisation's page.
 *
 * @param line what the list shows of it
 * @param phone how customers reach it where it is a partner, else null
 * @param supportEmail the same by mail
 * @param operators whether somebody there runs the portal
 * @param administrators its Global Administrators, in use or not
 */
record TenantDetails(
        TenantLine line,
        @Nullable String phone,
        @Nullable String supportEmail,
        boolean operators,
        List<Administrator> administrators) {

    /** A Global Administrator of the organisation, and whether this person could sign in. */
    record Administrator(UUID account, String name, String email, String language, boolean active, boolean password) {

        boolean isAble() {
            return active && password;
        }
    }

    public TenantId id() {
        return new TenantId(line.id());
    }

    /** Whoever was invited and has not chosen a password yet. */
    Optional<Administrator> waiting() {
        return administrators.stream()
                .filter(each -> each.active() && !each.password())
                .findFirst();
    }

    Optional<TenantRefusal> disable(Actor actor) {
        return TenantRules.disable(actor, operators);
    }

    Optional<TenantRefusal> makePartner(Actor actor) {
        return TenantRules.makePartner(actor, line.active(), line.partner());
    }

    Optional<TenantRefusal> inviteAdministrator(Actor actor) {
        long able = administrators.stream().filter(Administrator::isAble).count();
        return TenantRules.inviteAdministrator(actor, line.active(), able);
    }
}
