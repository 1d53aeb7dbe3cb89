package org.partnerportal.listing;

import org.partnerportal.PostgresTest;

/** The operator's list of listings on PostgreSQL. */
@PostgresTest
class ListingListPostgresTests extends ListingLists {}
