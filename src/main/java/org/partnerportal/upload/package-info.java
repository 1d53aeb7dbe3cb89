/** Files that people upload: how large they may be, in which letters they are written, and what stands in their cells. */
@NullMarked
@ApplicationModule(
        displayName = "Upload",
        allowedDependencies = {"shared"})
package org.partnerportal.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
