package org.partnerportal.assignment;

import org.partnerportal.PortalTest;

/** The lists on the embedded database. */
@PortalTest
class AssignmentListTests extends AssignmentLists {}
