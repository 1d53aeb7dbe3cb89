package org.partnerportal.referral;

import org.partnerportal.PortalTest;

/** Requests on the embedded database. */
@PortalTest
class ReferralTests extends Referrals {}
