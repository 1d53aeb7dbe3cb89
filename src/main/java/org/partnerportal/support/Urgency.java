package org.partnerportal.support;

/** How much is affected, which everybody can tell without knowing the cause. */
public enum Urgency {
    /** All work stands. */
    ALL_WORK_STANDS,
    /** Many people. */
    MANY_PEOPLE,
    /** One person. */
    ONE_PERSON
}
