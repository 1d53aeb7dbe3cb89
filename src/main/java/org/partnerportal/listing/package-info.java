/** How a partner presents itself: written by the partner, approved by the operator, then found in the directory. */
@NullMarked
@ApplicationModule(
        displayName = "Listing",
        allowedDependencies = {"shared", "tenant", "relationship"})
package org.partnerportal.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
