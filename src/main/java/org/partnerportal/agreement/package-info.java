/** The customer agreement: published versions, and who accepted which. */
@NullMarked
@ApplicationModule(
        displayName = "Agreement",
        allowedDependencies = {"shared", "tenant"})
package org.partnerportal.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
