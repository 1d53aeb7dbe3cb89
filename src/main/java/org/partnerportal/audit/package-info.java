/** The trail: who did what, when and from where, for ever. */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "tenant", "entrarole", "relationship", "limit"})
package org.partnerportal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
