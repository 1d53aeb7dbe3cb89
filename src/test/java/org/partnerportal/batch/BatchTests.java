package org.partnerportal.batch;

import org.partnerportal.PortalTest;

@PortalTest
class BatchTests extends Batches {}
