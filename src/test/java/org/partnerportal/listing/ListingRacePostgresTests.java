package org.partnerportal.listing;

import org.partnerportal.PostgresTest;

/** The races of listings on PostgreSQL. */
@PostgresTest
class ListingRacePostgresTests extends ListingRaces {}
