/** What every feature speaks: tenant ids, refusals, what the trail records, and the request's origin. */
@NullMarked
@ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {})
package org.partnerportal.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
