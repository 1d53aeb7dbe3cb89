package org.partnerportal.notification;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The people's choices in the database; each belongs to an account, which only its owner reaches. */
interface MailChoiceRepository extends Repository<MailChoice, UUID> {

    MailChoice save(MailChoice choice);

    Optional<MailChoice> findById(UUID account);

    @Query("select u from MailChoice c join c.unwanted u where c.accountId = :account")
    Set<MailTopic> unwanted(UUID account);

    /** Which of these people do without mails of that topic. */
    @Query("select c.accountId from MailChoice c join c.unwanted u where u = :topic and c.accountId in :accounts")
    Set<UUID> without(MailTopic topic, Collection<UUID> accounts);
}
