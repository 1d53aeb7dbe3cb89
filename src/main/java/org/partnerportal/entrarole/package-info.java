/** The catalogue of Entra built-in roles that a relationship can give. */
@NullMarked
@ApplicationModule(displayName = "Entra role", allowedDependencies = "shared")
package org.partnerportal.entrarole;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
