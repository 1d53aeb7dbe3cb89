package org.partnerportal.contact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.partnerportal.referral.Consent;
import org.partnerportal.referral.ContactRequest;
import org.partnerportal.referral.ReferralService;
import org.partnerportal.shared.LimitedException;
import org.partnerportal.shared.Origin;
import org.partnerportal.shared.Secrets;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stamps forms with the time at which they were made, in a way that nobody else can. Nothing is stored for a form that nobody
 * sends; the key stands in the database, so that every node knows the stamps of the others.
 */
@Service
class ContactService {

    private static final String ALGORITHM = "HmacSHA256";

    private final ReferralService referrals;
    private final JdbcClient database;
    private final Clock clock;
    private volatile @Nullable String key;

    ContactService(ReferralService referrals, JdbcClient database, Clock clock) {
        this.referrals = referrals;
        this.database = database;
        this.clock = clock;
    }

    /** Sends a request; where two clicks overlap, the slower one finds that it is sent. */
    void send(
            TenantId partner, UUID id, @Nullable Actor sender, ContactRequest request, Consent consent, Origin origin) {
        try {
            referrals.send(partner, id, sender, request, consent, origin);
        } catch (DataIntegrityViolationException | LimitedException e) {
            if (!referrals.isSent(partner, id, request, sender)) {
                throw e;
            }
        }
    }

    /** The stamp of a form that is made now. */
    @Transactional
    public String stamp(TenantId partner, UUID id) {
        String madeAt = String.valueOf(clock.instant().toEpochMilli());
        return madeAt + "." + sign(partner, id, madeAt);
    }

    /** Whether a form with that stamp may be sent now, or why not. */
    @Transactional
    public Optional<ContactRefusal> check(TenantId partner, UUID id, String stamp) {
        return ContactRules.send(madeAt(partner, id, stamp), clock.instant());
    }

    private Optional<Instant> madeAt(TenantId partner, UUID id, String stamp) {
        int dot = stamp.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String madeAt = stamp.substring(0, dot);
        boolean ours = MessageDigest.isEqual(
                sign(partner, id, madeAt).getBytes(StandardCharsets.UTF_8),
                stamp.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
        return ours ? Optional.of(Instant.ofEpochMilli(Long.parseLong(madeAt))) : Optional.empty();
    }

    private String sign(TenantId partner, UUID id, String madeAt) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            String form = partner + "/" + id + "/" + madeAt;
            return HexFormat.of().formatHex(mac.doFinal(form.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private String key() {
        String known = key;
        if (known == null) {
            database.sql("insert into contact_key (one, secret) values (1, :secret) on conflict do nothing")
                    .param("secret", Secrets.token())
                    .update();
            known = database.sql("select secret from contact_key")
                    .query(String.class)
                    .single();
            key = known;
        }
        return known;
    }
}
