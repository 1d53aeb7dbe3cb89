/** What customers propose instead of an offer, and the partner's revised offers: both sides' thread of one invitation. */
@NullMarked
@ApplicationModule(
        displayName = "Change request",
        allowedDependencies = {"shared", "tenant", "entrarole", "relationship", "invitation"})
package org.partnerportal.changerequest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
