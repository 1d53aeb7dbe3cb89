package org.partnerportal.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The organisations' addresses in the database. */
interface NotificationAddressRepository extends Repository<NotificationAddress, UUID> {

    /** One address without its topics. */
    record Row(
            UUID id,
            String email,
            String language,
            String addedBy,
            Instant addedAt,
            @Nullable Instant confirmedAt) {}

    /** One topic of one address. */
    record TopicRow(UUID address, MailTopic topic) {}

    /** Whom to write to. */
    record ReaderRow(String email, String language, String timeZone) {}

    NotificationAddress save(NotificationAddress address);

    @Query("select a from NotificationAddress a where a.tenant = :tenant and a.email = :email")
    Optional<NotificationAddress> withEmail(TenantId tenant, String email);

    @Query("select a from NotificationAddress a where a.tenant = :tenant and a.id = :id")
    Optional<NotificationAddress> ofTenant(TenantId tenant, UUID id);

    /** The address that a mailed link is for; the link says which, so no organisation is asked for. */
    @Query("select a from NotificationAddress a where a.linkSha256 = :sha256 and a.removedAt is null")
    Optional<NotificationAddress> withLink(String sha256);

    @Query("select count(a) from NotificationAddress a where a.tenant = :tenant and a.removedAt is null")
    long count(TenantId tenant);

    @Query("""
            select new org.partnerportal.notification.NotificationAddressRepository$Row(
                a.id, a.email, a.language, a.addedBy, a.addedAt, a.confirmedAt)
            from NotificationAddress a where a.tenant = :tenant and a.removedAt is null order by a.email
            """)
    List<Row> rows(TenantId tenant);

    @Query("""
            select new org.partnerportal.notification.NotificationAddressRepository$TopicRow(a.id, t)
            from NotificationAddress a join a.topics t where a.tenant = :tenant and a.removedAt is null
            """)
    List<TopicRow> topics(TenantId tenant);

    @Query("""
            select new org.partnerportal.notification.NotificationAddressRepository$ReaderRow(
                a.email, a.language, a.timeZone)
            from NotificationAddress a join a.topics t
            where a.tenant = :tenant and t = :topic and a.removedAt is null and a.confirmedAt is not null
            order by a.email
            """)
    List<ReaderRow> readers(TenantId tenant, MailTopic topic);
}
