/** Work of many rows that goes on by itself: each row exactly once, across restarts, with a result for each. */
@NullMarked
@ApplicationModule(
        displayName = "Batch",
        allowedDependencies = {"shared", "tenant"})
package org.partnerportal.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
