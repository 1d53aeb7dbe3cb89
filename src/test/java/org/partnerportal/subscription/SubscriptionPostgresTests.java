package org.partnerportal.subscription;

import org.partnerportal.PostgresTest;

/** Subscriptions on PostgreSQL. */
@PostgresTest
class SubscriptionPostgresTests extends Subscriptions {}
