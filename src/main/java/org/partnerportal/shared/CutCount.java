package org.partnerportal.shared;

/** The count of a list, which stops where people search instead: the database need not read everything to count it. */
public interface CutCount {

    /** Counting stops here. */
    int MOST = 1_000;

    /** How many match, counted up to one more than {@link #MOST}. */
    long count();

    default boolean isCountCut() {
        return isCut(count());
    }

    default long shownCount() {
        return shown(count());
    }

    default boolean isCut(long number) {
        return number > MOST;
    }

    default long shown(long number) {
        return Math.min(number, MOST);
    }
}
