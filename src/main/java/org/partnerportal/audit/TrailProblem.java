package org.partnerportal.audit;

/** What can be wrong with a row of the trail. */
public enum TrailProblem {
    /** The row, its place in the order or its seal is not what it was when it was sealed. */
    CHANGED,
    /** The row is gone, its seal is still there. */
    DELETED,
    /** The row and its seal are gone, later ones are there. */
    MISSING,
    /** The chain ends before its kept end: this row and all later ones are gone. */
    CUT,
    /** The kept end of the chain is not that of the chain, or is gone. */
    HEAD,
    /** The seal names a form that this version of the portal does not know. */
    FORM,
    /** The chain does not go through the end that was noted outside: it was made anew, or cut. */
    NOTED,
    /** The row has no seal and waits for none: it was put in past the portal. */
    UNSEALED
}
