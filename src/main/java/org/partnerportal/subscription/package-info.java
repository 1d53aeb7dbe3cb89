/** Subscriptions: a small catalogue, buying by a customer or its reseller, and what becomes of each until its term ends. */
@NullMarked
@ApplicationModule(
        displayName = "Subscription",
        allowedDependencies = {"shared", "tenant", "agreement", "relationship", "customeragreement", "software"})
package org.partnerportal.subscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
