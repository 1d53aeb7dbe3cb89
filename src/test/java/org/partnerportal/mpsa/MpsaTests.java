package org.partnerportal.mpsa;

import org.partnerportal.PortalTest;

/** On the embedded database. */
@PortalTest
class MpsaTests extends MpsaHistories {}
