package org.partnerportal.mpsa;

import org.partnerportal.shared.TenantId;

/** Two partners in no order of their own: whoever is named first, it is the same pair. */
record MpsaPair(TenantId first, TenantId second) {

    /** The pair of the two, the smaller id in front, in the order in which databases have ids. */
    static MpsaPair of(TenantId one, TenantId other) {
        // not by compareTo of UUID, which takes the first bit for a sign
        boolean inOrder = one.toString().compareTo(other.toString()) <= 0;
        return inOrder ? new MpsaPair(one, other) : new MpsaPair(other, one);
    }

    boolean isOneOnly() {
        return first.equals(second);
    }
}
