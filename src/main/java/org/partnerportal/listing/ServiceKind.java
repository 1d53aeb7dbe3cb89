package org.partnerportal.listing;

/** What a partner does for customers. */
public enum ServiceKind {
    /** Finds out what an organisation needs. */
    CONSULTING,
    /** Moves mail, files and systems. */
    MIGRATION,
    /** Runs services for the customer. */
    MANAGED_SERVICES,
    /** Protects data, devices and people. */
    SECURITY,
    /** Meetings, mail, files and working together. */
    MODERN_WORK,
    /** Sets up and looks after devices. */
    DEVICE_MANAGEMENT,
    /** Servers, networks and storage in the cloud. */
    CLOUD_INFRASTRUCTURE,
    /** Data, reports and artificial intelligence. */
    DATA_AND_AI,
    /** Finance, sales and customer systems. */
    BUSINESS_APPLICATIONS,
    /** Writes software for one customer. */
    CUSTOM_DEVELOPMENT,
    /** Chooses and buys licences. */
    LICENSING,
    /** Teaches people. */
    TRAINING,
    /** Helps people every day. */
    SUPPORT
}
