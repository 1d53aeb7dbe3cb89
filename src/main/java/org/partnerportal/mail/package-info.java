/** The outbox: mails written with a change, sent after it, with a state that people can see. */
@NullMarked
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"shared", "tenant", "invitation"})
package org.partnerportal.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
