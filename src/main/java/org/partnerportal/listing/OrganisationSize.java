package org.partnerportal.listing;

/** How many people an organisation has. */
public enum OrganisationSize {
    /** 1 to 9. */
    MICRO,
    /** 10 to 49. */
    SMALL,
    /** 50 to 249. */
    MEDIUM,
    /** 250 to 999. */
    LARGE,
    /** 1,000 and more. */
    VERY_LARGE
}
