package org.partnerportal.accessreview;

import org.partnerportal.PortalTest;

/** The histories on the embedded database. */
@PortalTest
class AccessReviewHistoryTests extends AccessReviewHistories {}
