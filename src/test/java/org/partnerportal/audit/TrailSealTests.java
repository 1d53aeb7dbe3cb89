package org.partnerportal.audit;

import org.partnerportal.PortalTest;

@PortalTest
class TrailSealTests extends TrailSeals {}
