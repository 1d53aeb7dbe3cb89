package org.partnerportal.device;

import org.partnerportal.shared.Refusal;

/** Why a file, or a device in it, is not taken. Those that begin with ZTD or INVALID are named as the services name them. */
enum DeviceRefusal implements Refusal {
    /** Registering takes an admin agent or a sales agent. */
    NEEDS_ADMIN_OR_SALES_AGENT(Kind.NOT_ALLOWED, ""),
    /** No customer is chosen that the partner could register for. */
    CUSTOMER_MISSING(Kind.INVALID, "customer"),
    /** The name of the batch is too long. */
    NAME_TOO_LONG(Kind.INVALID, "name"),
    /** A column that the layout needs is not in the heading. */
    COLUMN_MISSING(Kind.INVALID, "file"),
    /** A column stands in the heading twice. */
    COLUMN_TWICE(Kind.INVALID, "file"),
    /** The row has more cells than the heading. */
    TOO_MANY_CELLS(Kind.INVALID, ""),
    /** A cell would be run as a formula by a spreadsheet program. */
    FORMULA(Kind.INVALID, ""),
    /** A cell has more letters than such a thing has. */
    CELL_TOO_LONG(Kind.INVALID, ""),
    /** The row has neither hash nor product id nor serial with manufacturer and model. */
    NOT_IDENTIFIED(Kind.INVALID, ""),
    /** The hash is no Base64, or has not the length of one. */
    INVALID_ZTD_HARDWARE_HASH(Kind.INVALID, ""),
    /** A product id has only letters, digits and hyphens. */
    INVALID_PRODUCT_ID(Kind.INVALID, ""),
    /** The user is no address that somebody could sign in with. */
    INVALID_ASSIGNED_USER(Kind.INVALID, ""),
    /** The same device stands in a row above. */
    ZTD_DEVICE_DUPLICATED(Kind.INVALID, ""),
    /** It is this customer's already. */
    ZTD_DEVICE_ALREADY_ASSIGNED(Kind.CONFLICT, ""),
    /** It is another customer's; nobody is told whose. */
    ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT(Kind.CONFLICT, ""),
    /** There is no relationship any more by which the partner could register. */
    RELATIONSHIP_OVER(Kind.CONFLICT, "");

    private final Kind kind;
    private final String field;

    DeviceRefusal(Kind kind, String field) {
        this.kind = kind;
        this.field = field;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String field() {
        return field;
    }
}
