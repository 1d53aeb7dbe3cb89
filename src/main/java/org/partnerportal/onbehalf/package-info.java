/** In whose admin center somebody works: in the own one, or in a customer's by delegated roles. */
@NullMarked
@ApplicationModule(
        displayName = "On behalf",
        allowedDependencies = {"shared", "tenant", "entrarole", "relationship", "assignment", "partneraccount"})
package org.partnerportal.onbehalf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
