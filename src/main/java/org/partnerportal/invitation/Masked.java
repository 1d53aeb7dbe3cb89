package org.partnerportal.invitation;

/** Shows just enough of an address for its owner to recognise it. */
final class Masked {

    private Masked() {}

    /** {@code k•••@school.example}: the first letter and the domain. */
    static String email(String email) {
        int at = email.indexOf('@');
        return email.charAt(0) + "•••" + email.substring(at);
    }
}
