package org.partnerportal.user;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Refusal;
import org.partnerportal.subscription.Domains;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.Person;

/**
 * A person's admin roles as a page shows them.
 *
 * @param choices the roles that there are to choose from
 * @param refusal why they cannot be changed, or null when they can
 * @param administrators who can change them
 * @param domains the domains that nobody else manages
 * @param accounts for the account of a partner's person, the address of the page on which it is looked after; or null
 * @param employer the name of that partner, or null
 */
record UserRolePage(
        Person person,
        List<Choice> choices,
        @Nullable Refusal refusal,
        List<Contact> administrators,
        Domains domains,
        @Nullable String accounts,
        @Nullable String employer) {

    /**
     * One role to tick.
     *
     * @param ticked whether it is
     * @param held whether the person holds it now
     * @param kept why it cannot be taken away, so that it stays ticked, or null
     * @param meanwhile whether somebody gave it or took it after the page was shown
     */
    record Choice(
            AdminRole role,
            boolean ticked,
            boolean held,
            @Nullable Refusal kept,
            boolean meanwhile) {}

    /**
     * The roles to choose from.
     *
     * @param form what is ticked, and which roles the form is about
     * @param others how many others can sign in as a Global Administrator
     */
    static List<Choice> choices(List<AdminRole> available, Person person, UserRoleForm form, long others) {
        Set<AdminRole> shown = form.shownRoles();
        Set<AdminRole> wanted = form.wanted();
        return available.stream()
                .map(role -> {
                    Refusal kept = UserRules.take(person, role, others).orElse(null);
                    boolean held = person.roles().contains(role);
                    return new Choice(
                            role, kept != null || wanted.contains(role), held, kept, held != shown.contains(role));
                })
                .toList();
    }

    /** What the form says it is about when it is sent again: the roles held now. */
    public @Nullable String shown() {
        return UserRoleForm.of(person.roles()).shown();
    }

    /** Whether somebody changed the roles after the form was shown. */
    public boolean isStale() {
        return choices.stream().anyMatch(Choice::meanwhile);
    }

    /** The roles that are ticked, in the order of the list. */
    public List<AdminRole> ticked() {
        return choices.stream().filter(Choice::ticked).map(Choice::role).toList();
    }

    /** The roles held now, in that order. */
    public List<AdminRole> held() {
        return Arrays.stream(AdminRole.values())
                .filter(person.roles()::contains)
                .toList();
    }
}
