package org.partnerportal.home;

import org.partnerportal.PortalTest;

/** On H2. */
@PortalTest
class StartPageTests extends StartPages {}
