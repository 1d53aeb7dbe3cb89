package org.partnerportal.relationship;

import static org.partnerportal.entrarole.EntraRole.GLOBAL_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.HELPDESK_ADMINISTRATOR;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nine ways in which a partner can work for a customer. */
public enum PartnerType {
    /** Resets passwords and handles service requests. */
    ADVISOR(RolePolicy.FIXED, Set.of(GLOBAL_ADMINISTRATOR, HELPDESK_ADMINISTRATOR)),
    /** Offers its own software products to the customer. */
    INDEPENDENT_SOFTWARE_VENDOR(RolePolicy.NONE, Set.of()),
    /** Manages products and services. */
    INDIRECT_RESELLER(RolePolicy.NONE, Set.of()),
    /** Develops, submits and manages the customer's own apps. */
    LINE_OF_BUSINESS(RolePolicy.NOT_ASSIGNABLE, Set.of()),
    /** Sees purchases made through other MPSA partners where the customer has allowed it. */
    MPSA(RolePolicy.NONE, Set.of()),
    /** Registers devices; has no access to the tenant. */
    OEM(RolePolicy.NONE, Set.of()),
    /** Its people get user accounts in the customer's tenant. */
    PARTNER(RolePolicy.ANY, Set.of()),
    /** Works on behalf of the customer within roles and time. */
    GDAP(RolePolicy.ANY, Set.of()),
    /** Sells Microsoft products to the customer. */
    RESELLER(RolePolicy.NONE, Set.of());

    private final RolePolicy rolePolicy;
    private final Set<String> fixedRoles;

    PartnerType(RolePolicy rolePolicy, Set<String> fixedRoles) {
        this.rolePolicy = rolePolicy;
        this.fixedRoles = fixedRoles;
    }

    public RolePolicy rolePolicy() {
        return rolePolicy;
    }

    /** The template ids of the roles that the type brings; empty unless the policy is FIXED. */
    public Set<String> fixedRoles() {
        return fixedRoles;
    }

    /** Whether an offer names roles, and the customer may untick some of them. */
    public boolean takesRoles() {
        return rolePolicy == RolePolicy.ANY;
    }

    /** Whether a relationship of the type can hold delegated roles. */
    public boolean holdsRoles() {
        return rolePolicy == RolePolicy.ANY || rolePolicy == RolePolicy.FIXED;
    }

    /** Whether a partner of the type buys and manages subscriptions for the customer. */
    public boolean sellsSubscriptions() {
        return this == RESELLER || this == INDIRECT_RESELLER;
    }

    /** Whether a partner of the type registers devices for the customer. */
    public boolean registersDevices() {
        return this == OEM || this == RESELLER || this == INDIRECT_RESELLER;
    }

    /** Whether a partner of the type develops apps for the customer. */
    public boolean developsApplications() {
        return this == LINE_OF_BUSINESS;
    }

    /** Whether a partner of the type offers software of its own to the customer. */
    public boolean offersSoftware() {
        return this == INDEPENDENT_SOFTWARE_VENDOR;
    }

    /** The types whose partners register devices. */
    public static Set<PartnerType> registeringDevices() {
        return Stream.of(values()).filter(PartnerType::registersDevices).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a relationship of the type ends after a number of days. */
    public boolean isTimeLimited() {
        return this == GDAP;
    }
}
