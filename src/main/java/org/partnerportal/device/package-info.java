/** Devices: partners register them for customers, customers see who registered what, and remove them. */
@NullMarked
@ApplicationModule(
        displayName = "Device",
        allowedDependencies = {"shared", "tenant", "entrarole", "relationship", "onbehalf", "batch", "upload"})
package org.partnerportal.device;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
