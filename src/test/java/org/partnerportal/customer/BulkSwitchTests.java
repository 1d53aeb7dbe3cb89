package org.partnerportal.customer;

import org.partnerportal.PortalTest;

/** Auto-extend for many on the embedded database. */
@PortalTest
class BulkSwitchTests extends BulkSwitches {}
