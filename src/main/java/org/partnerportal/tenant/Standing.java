package org.partnerportal.tenant;

/** Whether a tenant or an account may be used. */
enum Standing {
    /** In use. */
    ACTIVE,
    /** Switched off: nobody signs in, nothing is answered. */
    DISABLED
}
