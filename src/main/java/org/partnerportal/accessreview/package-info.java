/** Access reviews: who holds what, kept or removed role by role, signed, and kept for ever. */
@NullMarked
@ApplicationModule(
        displayName = "Access review",
        allowedDependencies = {"shared", "tenant", "entrarole", "relationship", "assignment"})
package org.partnerportal.accessreview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
