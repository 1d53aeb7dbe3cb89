package org.partnerportal.customer;

import org.springframework.data.repository.Repository;

/** Adds rows of bulk switches. */
interface BulkSwitchRowRepository extends Repository<BulkSwitchRow, BulkSwitchRow.Key> {

    BulkSwitchRow save(BulkSwitchRow row);
}
