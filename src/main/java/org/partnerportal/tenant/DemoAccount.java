package org.partnerportal.tenant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A demo account as the sign-in page offers it.
 *
 * @param name the person's name
 * @param email the address to sign in with
 * @param tenantName the organisation
 * @param partner whether the organisation is a partner
 * @param employed whether a partner's person uses it in a customer's organisation
 * @param roles the admin roles held
 */
public record DemoAccount(
        String name, String email, String tenantName, boolean partner, boolean employed, List<AdminRole> roles) {

    /** Whether the person runs the portal. */
    public boolean isOperator() {
        return roles.contains(AdminRole.OPERATOR);
    }

    /** One row for each role held, or one without. */
    record Row(
            String name,
            String email,
            String tenantName,
            boolean partner,
            boolean employed,
            @Nullable AdminRole role) {}

    static List<DemoAccount> of(List<Row> rows) {
        Map<String, DemoAccount> accounts = new LinkedHashMap<>();
        for (Row row : rows) {
            DemoAccount account = accounts.computeIfAbsent(
                    row.email,
                    email -> new DemoAccount(
                            row.name, email, row.tenantName, row.partner, row.employed, new ArrayList<>()));
            if (row.role != null) {
                account.roles.add(row.role);
            }
        }
        return List.copyOf(accounts.values());
    }
}
