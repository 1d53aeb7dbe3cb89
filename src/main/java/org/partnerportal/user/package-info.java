/** An organisation's people, for its admins and for partners on its behalf: who they are, and new passwords for them. */
@NullMarked
@ApplicationModule(
        displayName = "User",
        allowedDependencies = {"shared", "tenant", "entrarole", "onbehalf", "partneraccount", "license", "subscription"
        })
package org.partnerportal.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
