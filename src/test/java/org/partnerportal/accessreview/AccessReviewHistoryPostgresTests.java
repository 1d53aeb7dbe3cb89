package org.partnerportal.accessreview;

import org.partnerportal.PostgresTest;

/** The histories on PostgreSQL. */
@PostgresTest
class AccessReviewHistoryPostgresTests extends AccessReviewHistories {}
