package org.partnerportal.invitation;

import org.partnerportal.PortalTest;

/** The races around a renewal on the embedded database. */
@PortalTest
class RenewalRaceTests extends RenewalRaces {}
