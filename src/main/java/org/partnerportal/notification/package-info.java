/** Who gets which mails: each person's choice, and the addresses of an organisation that get its mails too. */
@NullMarked
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"shared", "tenant", "limit"})
package org.partnerportal.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
