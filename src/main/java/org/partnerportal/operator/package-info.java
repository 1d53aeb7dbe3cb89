/** The pages of whoever runs the portal: organisations, accounts and jobs. */
@NullMarked
@ApplicationModule(
        displayName = "Operator",
        allowedDependencies = {"shared", "tenant", "passwordlink"})
package org.partnerportal.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
