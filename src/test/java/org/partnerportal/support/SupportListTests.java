package org.partnerportal.support;

import org.partnerportal.PortalTest;

/** On the embedded database. */
@PortalTest
class SupportListTests extends SupportLists {}
