/** The first start: whoever can read the log makes the operator's account, once; until then nothing else is reachable. */
@NullMarked
@ApplicationModule(
        displayName = "Setup",
        allowedDependencies = {"shared", "tenant"})
package org.partnerportal.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
