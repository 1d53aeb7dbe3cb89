/** Checks of the trail that an operator asks for: run by a job, and kept with what they found. */
@NullMarked
@ApplicationModule(
        displayName = "Trail check",
        allowedDependencies = {"shared", "tenant", "audit"})
package org.partnerportal.trailcheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
