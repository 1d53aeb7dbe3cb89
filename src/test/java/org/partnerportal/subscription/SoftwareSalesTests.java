package org.partnerportal.subscription;

import org.partnerportal.PortalTest;

/** On the embedded database. */
@PortalTest
class SoftwareSalesTests extends SoftwareSalesHistories {}
