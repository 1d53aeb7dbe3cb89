package org.partnerportal.audit;

import org.partnerportal.PortalTest;

@PortalTest
class HistoryListTests extends HistoryLists {}
