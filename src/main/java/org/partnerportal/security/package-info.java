/** Sign-in, sessions, who the current person is, and where a request comes from. */
@NullMarked
@ApplicationModule(
        displayName = "Security",
        allowedDependencies = {"shared", "tenant", "limit"})
package org.partnerportal.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
