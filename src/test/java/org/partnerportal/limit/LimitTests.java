package org.partnerportal.limit;

import org.partnerportal.PortalTest;

/** Limits on the embedded database. */
@PortalTest
class LimitTests extends CountedUses {}
