package org.partnerportal.application;

import org.partnerportal.PortalTest;

/** On the embedded database. */
@PortalTest
class PackageStoreTests extends PackageStores {}
