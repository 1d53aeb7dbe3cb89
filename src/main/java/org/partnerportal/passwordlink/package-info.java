/** Links in mails by which people choose a password: the first one, a new one, or instead of a forgotten one. */
@NullMarked
@ApplicationModule(
        displayName = "Password link",
        allowedDependencies = {"shared", "tenant", "limit"})
package org.partnerportal.passwordlink;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
