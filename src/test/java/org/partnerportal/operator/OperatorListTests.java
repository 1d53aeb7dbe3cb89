package org.partnerportal.operator;

import org.partnerportal.PortalTest;

/** The operator's lists on the embedded database. */
@PortalTest
class OperatorListTests extends OperatorLists {}
