package org.partnerportal.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Who;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The time lines in the database; each belongs to a request, which is looked up by its tenant first. */
interface ReferralStepRepository extends Repository<ReferralStep, UUID> {

    ReferralStep save(ReferralStep step);

    /** Writes down what happened to a request. */
    default void add(Referral referral, StepKind kind, Who who, Instant now, String text) {
        add(referral, kind, who, now, text, null);
    }

    /** The same, of an invitation because of it. */
    default void add(Referral referral, StepKind kind, Who who, Instant now, String text, @Nullable UUID invitation) {
        save(new ReferralStep(Ids.next(), referral.id(), kind, who, now, text, invitation));
    }

    boolean existsById(UUID id);

    /** Whether that step says something else, or is a step of another request. */
    @Query("select count(s) > 0 from ReferralStep s"
            + " where s.id = :id and not (s.referralId = :referral and s.text = :text)")
    boolean isOther(UUID id, UUID referral, String text);

    @Query("""
            select new org.partnerportal.referral.StepView(s.kind, s.person, s.at, s.text, s.invitationId)
            from ReferralStep s where s.referralId = :referral order by s.at, s.id
            """)
    List<StepView> of(UUID referral);
}
