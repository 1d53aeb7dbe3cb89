package org.partnerportal.subscription;

import org.partnerportal.PortalTest;

/** Subscriptions on the embedded database. */
@PortalTest
class SubscriptionTests extends Subscriptions {}
