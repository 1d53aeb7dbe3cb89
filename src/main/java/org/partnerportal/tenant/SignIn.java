package org.partnerportal.tenant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;

/** Signs a person in who has just proved who it is, other than by a password. Features ask, security does it. */
public interface SignIn {

    /** Signs the account in, with a new session id. */
    void signIn(UUID account, HttpServletRequest request, HttpServletResponse response);

    /** The same, and ends every other session of the account. */
    void signInAlone(UUID account, HttpServletRequest request, HttpServletResponse response);
}
