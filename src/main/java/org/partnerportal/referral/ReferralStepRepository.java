package org.partnerportal.referral;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The time lines in the database; each belongs to a request, which is looked up by its tenant first. */
interface ReferralStepRepository extends Repository<ReferralStep, UUID> {

    ReferralStep save(ReferralStep step);

    boolean existsById(UUID id);

    @Query("""
            select new org.partnerportal.referral.StepView(s.kind, s.person, s.at, s.text, s.invitationId)
            from ReferralStep s where s.referralId = :referral order by s.at, s.id
            """)
    List<StepView> of(UUID referral);
}
