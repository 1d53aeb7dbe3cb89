package org.partnerportal.shared;

/**
 * Why something is not done. Each feature has one enum of these; every constant has a text under its {@link #key()} that
 * says the reason and what to do about it.
 */
public interface Refusal {

    /** The constant's own name. */
    String name();

    /** What kind of refusal it is. */
    Kind kind();

    /** The form field that the refusal is about, or an empty text when it is about the whole. */
    default String field() {
        return "";
    }

    /** The key of the text that tells people the reason. */
    default String key() {
        return getClass().getSimpleName() + "." + name();
    }

    /** The kinds, each with its HTTP status. */
    enum Kind {
        /** The person lacks a role. */
        NOT_ALLOWED(403),
        /** The state of things does not allow it, or no longer. */
        CONFLICT(409),
        /** The input breaks a rule. */
        INVALID(422),
        /** It was done too often; see {@link LimitedException}. */
        LIMITED(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
