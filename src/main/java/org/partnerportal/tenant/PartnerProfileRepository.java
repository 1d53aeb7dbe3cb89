package org.partnerportal.tenant;

import org.partnerportal.shared.TenantId;
import org.springframework.data.repository.Repository;

/** Partner profiles in the database. */
interface PartnerProfileRepository extends Repository<PartnerProfile, TenantId> {

    PartnerProfile save(PartnerProfile profile);

    boolean existsById(TenantId tenant);
}
