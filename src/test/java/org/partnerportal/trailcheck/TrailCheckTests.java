package org.partnerportal.trailcheck;

import org.partnerportal.PortalTest;

/** Checks on the embedded database. */
@PortalTest
class TrailCheckTests extends TrailChecks {}
