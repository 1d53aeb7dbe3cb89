package org.partnerportal.relationship;

import org.partnerportal.PortalTest;

/** The lists on the embedded database. */
@PortalTest
class RelationshipListTests extends RelationshipLists {}
