package org.partnerportal.tenant;

/** How the pages look. */
public enum Theme {
    /** As the person's system has it. */
    SYSTEM,
    /** Dark text on light ground. */
    LIGHT,
    /** Light text on dark ground. */
    DARK
}
