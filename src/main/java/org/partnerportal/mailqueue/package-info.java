/** The mail queue as an operator sees it: where mails stand, why, and Send again. */
@NullMarked
@ApplicationModule(
        displayName = "Mail queue",
        allowedDependencies = {"shared", "tenant", "mail"})
package org.partnerportal.mailqueue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
