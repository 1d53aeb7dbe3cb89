package org.partnerportal.referral;

import org.partnerportal.PortalTest;

/** The races about requests on the embedded database. */
@PortalTest
class ReferralRaceTests extends ReferralRaces {}
