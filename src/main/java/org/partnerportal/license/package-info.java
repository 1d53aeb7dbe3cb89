/** Licenses: which people hold those of the organisation's subscriptions, given and taken by its admins or on its behalf. */
@NullMarked
@ApplicationModule(
        displayName = "License",
        allowedDependencies = {"shared", "tenant", "entrarole", "onbehalf", "subscription"})
package org.partnerportal.license;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
