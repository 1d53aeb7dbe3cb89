package org.partnerportal.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** The demo mailbox in the database. */
interface DemoMailRepository extends Repository<DemoMail, UUID> {

    DemoMail save(DemoMail mail);

    boolean existsById(UUID id);

    Optional<DemoMail> findById(UUID id);

    List<DemoMail> findByOrderByIdDesc(Limit most);

    List<DemoMail> findByRecipientOrderByIdDesc(String recipient, Limit most);
}
