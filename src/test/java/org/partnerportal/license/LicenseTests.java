package org.partnerportal.license;

import org.partnerportal.PortalTest;

/** Licences on the embedded database. */
@PortalTest
class LicenseTests extends Licenses {}
