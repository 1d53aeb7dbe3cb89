/** Organisations, their people and the admin roles these hold. */
@NullMarked
@ApplicationModule(displayName = "Tenant", allowedDependencies = "shared")
package org.partnerportal.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
