package org.partnerportal.partneraccount;

import org.partnerportal.PortalTest;

/** On the embedded database. */
@PortalTest
class PartnerAccountPageTests extends PartnerAccountPages {}
