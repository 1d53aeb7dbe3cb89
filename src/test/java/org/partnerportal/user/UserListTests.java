package org.partnerportal.user;

import org.partnerportal.PortalTest;

/** On the embedded database. */
@PortalTest
class UserListTests extends UserLists {}
