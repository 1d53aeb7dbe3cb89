package org.partnerportal.listing;

/** The solutions partner designations of the Microsoft AI Cloud Partner Program, which the operator looks up before approving. */
public enum Competency {
    /** Dynamics 365 and Power Platform. */
    BUSINESS_APPLICATIONS,
    /** Data and artificial intelligence on Azure. */
    DATA_AND_AI,
    /** Building applications on Azure. */
    DIGITAL_AND_APP_INNOVATION,
    /** Infrastructure on Azure. */
    INFRASTRUCTURE,
    /** Microsoft 365. */
    MODERN_WORK,
    /** Security. */
    SECURITY
}
