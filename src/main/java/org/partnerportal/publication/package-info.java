/** The operator's side of the agreement: drafts, publishing for ever, telling every customer, who has accepted what. */
@NullMarked
@ApplicationModule(
        displayName = "Publication",
        allowedDependencies = {"shared", "tenant", "agreement", "relationship"})
package org.partnerportal.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
