/** The partner's side of relationships: its customers, what it does with many at once, and how it renews. */
@NullMarked
@ApplicationModule(
        displayName = "Customer",
        allowedDependencies = {
            "shared",
            "tenant",
            "entrarole",
            "relationship",
            "assignment",
            "batch",
            "customeragreement",
            "onbehalf"
        })
package org.partnerportal.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
