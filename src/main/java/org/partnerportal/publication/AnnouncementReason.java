package org.partnerportal.publication;

/** Why every customer is told of a version. */
enum AnnouncementReason {
    /** It was published. */
    PUBLISHED,
    /** The operator demands acceptance again. */
    DEMANDED
}
