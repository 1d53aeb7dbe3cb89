package org.partnerportal.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;

/** Signs a person in who has just proved the address. Registration asks, security does it. */
public interface SignIn {

    /** Signs the account in, with a new session id. */
    void signIn(UUID account, HttpServletRequest request, HttpServletResponse response);
}
