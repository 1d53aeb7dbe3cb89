package org.partnerportal.batch;

/** Where a batch stands. */
public enum BatchState {
    /** Its file is kept and looked through by the job. */
    CHECKING,
    /** Looked through, nothing done: it waits for somebody to start it. */
    CHECKED,
    /** Worked on by the job. */
    RUNNING,
    /** Every row has its result. */
    FINISHED,
    /** Whoever started it may not do this any more: what was left is not done. */
    STOPPED;

    boolean canBecome(BatchState next) {
        return switch (this) {
            case CHECKING -> next == CHECKED;
            case CHECKED -> next == RUNNING;
            case RUNNING -> next == FINISHED || next == STOPPED;
            case FINISHED, STOPPED -> false;
        };
    }
}
