package org.partnerportal.relationship;

import org.partnerportal.PortalTest;

/** The job on the embedded database. */
@PortalTest
class RelationshipTimeTests extends RelationshipTime {}
