package org.partnerportal.relationship;

import org.partnerportal.PortalTest;

/** The histories on the embedded database. */
@PortalTest
class RelationshipRaceTests extends RelationshipRaces {}
