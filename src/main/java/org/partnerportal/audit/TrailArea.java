package org.partnerportal.audit;

import java.util.Locale;
import java.util.Set;

/** What kinds of things belong together, by how their names begin. */
enum TrailArea {
    /** Offers and their answers. */
    INVITATION("Invitation"),
    /** The agreement. */
    AGREEMENT("Agreement", "Publication", "Acceptance"),
    /** Relationships and their roles. */
    RELATIONSHIP("Relationship", "RolesRemoved", "Mpsa", "PartnerAccount"),
    /** Files of many rows. */
    BATCH("Batch"),
    /** Security groups and what is assigned to them. */
    ASSIGNMENT("Assignment", "SecurityGroup"),
    /** Templates of roles. */
    ROLE_TEMPLATE("RoleTemplate"),
    /** Access reviews. */
    ACCESS_REVIEW("AccessReview"),
    /** What a partner says of itself in the directory. */
    LISTING("Listing"),
    /** Devices that partners registered. */
    DEVICE("Device"),
    /** Apps that partners develop for customers. */
    APPLICATION("Application"),
    /** Software that vendors offer to customers. */
    SOFTWARE("Software"),
    /** Requests for contact and what became of them. */
    REFERRAL("Referral"),
    /** Service requests. */
    SUPPORT("Support"),
    /** What was bought, and who holds the licences. */
    SUBSCRIPTION("Subscription", "License"),
    /** The organisation and its people. */
    ORGANISATION("Organisation", "Person", "Tenant", "Account", "User", "NotificationAddress"),
    /** Who came in and went, and how. */
    SIGN_IN("SignIn", "Password"),
    /** Running the portal. */
    OPERATION("Operator", "Jobs", "Mail", "TrailCheck"),
    /** What was refused. */
    REFUSAL("Refused"),
    /** Everything else. */
    OTHER("");

    private final Set<String> beginnings;

    TrailArea(String... beginnings) {
        this.beginnings = Set.of(beginnings);
    }

    /** The first area that takes it. */
    static TrailArea of(String kind) {
        for (TrailArea area : values()) {
            if (area.beginnings.stream().anyMatch(kind::startsWith)) {
                return area;
            }
        }
        return OTHER;
    }

    /** Its name in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
