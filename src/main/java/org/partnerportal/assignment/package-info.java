/** Security groups of a partner's people, the roles assigned to them, and who used what when. */
@NullMarked
@ApplicationModule(
        displayName = "Assignment",
        allowedDependencies = {"shared", "tenant", "entrarole", "relationship"})
package org.partnerportal.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
