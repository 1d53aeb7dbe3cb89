package org.partnerportal.security;

import java.time.Instant;
import org.partnerportal.tenant.Actor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Sends a request as somebody who is signed in. */
public final class SignedIn {

    private SignedIn() {}

    public static RequestPostProcessor as(Actor actor) {
        return since(actor, Instant.now());
    }

    public static RequestPostProcessor since(Actor actor, Instant signedInAt) {
        var user = new PortalUser(actor.account(), null, true, signedInAt);
        return SecurityMockMvcRequestPostProcessors.authentication(
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    }
}
