/** Service requests: opened by a customer's people or on their behalf, assigned, answered and closed. */
@NullMarked
@ApplicationModule(
        displayName = "Support",
        allowedDependencies = {"shared", "tenant", "entrarole", "assignment", "onbehalf"})
package org.partnerportal.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
