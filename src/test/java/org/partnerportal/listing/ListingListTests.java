package org.partnerportal.listing;

import org.partnerportal.PortalTest;

/** The operator's list of listings on the embedded database. */
@PortalTest
class ListingListTests extends ListingLists {}
