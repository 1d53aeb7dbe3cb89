/** LOB apps: a partner develops them for one customer and submits versions, the customer approves each and downloads it. */
@NullMarked
@ApplicationModule(
        displayName = "Application",
        allowedDependencies = {"shared", "tenant", "relationship", "upload"})
package org.partnerportal.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
