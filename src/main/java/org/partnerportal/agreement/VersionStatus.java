package org.partnerportal.agreement;

/** Where a published version stands at a point in time. */
public enum VersionStatus {
    /** Its effective date is still to come. */
    SCHEDULED,
    /** The one that customers accept now. */
    IN_FORCE,
    /** A later one is in force. */
    REPLACED
}
