/** How often something may be done in a while, counted for all nodes together. */
@NullMarked
@ApplicationModule(
        displayName = "Limit",
        allowedDependencies = {"shared"})
package org.partnerportal.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
