package org.partnerportal.audit;

import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The rows that wait to be sealed, as their writers see them. */
interface UnsealedEntryRepository extends Repository<UnsealedEntry, UUID> {

    UnsealedEntry save(UnsealedEntry entry);
}
