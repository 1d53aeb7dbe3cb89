/** How an organisation that nobody here has yet comes in: its first person proves the address and becomes its administrator. */
@NullMarked
@ApplicationModule(
        displayName = "Registration",
        allowedDependencies = {"shared", "tenant"})
package org.partnerportal.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
