/** Role templates: sets of roles by job, built in or kept by a partner, to fill offers with. */
@NullMarked
@ApplicationModule(
        displayName = "Role template",
        allowedDependencies = {"shared", "tenant", "entrarole"})
package org.partnerportal.roletemplate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
