package org.partnerportal.listing;

import org.partnerportal.PortalTest;

/** The races of listings on the embedded database. */
@PortalTest
class ListingRaceTests extends ListingRaces {}
