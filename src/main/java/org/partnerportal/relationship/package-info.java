/** Partner types, relationships and their delegated roles: listing and removal. */
@NullMarked
@ApplicationModule(
        displayName = "Relationship",
        allowedDependencies = {"shared", "tenant", "entrarole"})
package org.partnerportal.relationship;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
