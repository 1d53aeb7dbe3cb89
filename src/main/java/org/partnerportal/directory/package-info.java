/** Finding a partner: the public search over everything that is listed, and each partner's page. */
@NullMarked
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"shared", "tenant", "listing", "relationship"})
package org.partnerportal.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
