package org.partnerportal.batch;

import org.partnerportal.PostgresTest;

@PostgresTest
class BatchPostgresTests extends Batches {}
