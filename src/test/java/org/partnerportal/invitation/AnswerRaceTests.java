package org.partnerportal.invitation;

import org.partnerportal.PortalTest;

/** The races on the embedded database. */
@PortalTest
class AnswerRaceTests extends AnswerRaces {}
