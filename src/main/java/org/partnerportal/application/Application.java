package org.partnerportal.application;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Folding;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.Secrets;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** An app that a partner makes for one customer. */
@Entity
class Application {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    private String name;
    private @Nullable String nameKey;
    private String descriptionEn;
    private String descriptionJa;

    @Enumerated(EnumType.STRING)
    private Platform platform;

    private String words;
    private Instant createdAt;
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected Application() {}

    /**
     * Makes one; its form must have been asked for what is wrong with it.
     *
     * @param developer whether the partner works on the customer's apps now
     * @param others the names of the apps that the partner has made for the customer
     */
    Application(
            UUID id,
            Actor actor,
            TenantId customer,
            ApplicationForm content,
            boolean developer,
            Collection<String> others,
            Instant now) {
        Optional<ApplicationRefusal> refusal = ApplicationRules.add(actor, developer, others.size())
                .or(() -> ApplicationRules.name(content.typedName(), others))
                .or(() -> content.problems().findFirst());
        if (refusal.isPresent()) {
            throw new RefusedException(refusal.get());
        }
        this.id = id;
        this.customer = customer;
        this.partner = actor.tenant();
        this.platform = Objects.requireNonNull(content.chosenPlatform());
        this.createdAt = now;
        this.createdBy = actor.name();
        write(content);
    }

    private void write(ApplicationForm content) {
        this.name = content.typedName();
        this.nameKey = Secrets.sha256(Folding.fold(name));
        this.descriptionEn = content.english();
        this.descriptionJa = content.japanese();
        this.words = String.join("\n", name, descriptionEn, descriptionJa).toLowerCase(Locale.ROOT);
    }

    /** Calls and describes it otherwise; its form must have been asked for what is wrong with it. */
    void edit(Actor actor, ApplicationForm content, boolean developer, Collection<String> others) {
        Optional<ApplicationRefusal> refusal = ApplicationRules.work(actor, developer)
                .or(() -> ApplicationRules.name(content.typedName(), others))
                .or(() -> content.on(platform).problems().findFirst());
        if (refusal.isPresent()) {
            throw new RefusedException(refusal.get());
        }
        write(content);
    }

    /** Whether all of that is written in it. */
    boolean says(ApplicationForm content) {
        return name.equals(content.typedName())
                && descriptionEn.equals(content.english())
                && descriptionJa.equals(content.japanese());
    }

    UUID id() {
        return id;
    }

    TenantId customer() {
        return customer;
    }

    TenantId partner() {
        return partner;
    }

    Platform platform() {
        return platform;
    }

    ApplicationEvent.Facts facts() {
        return new ApplicationEvent.Facts(id, customer, partner, name, "", "");
    }

    ApplicationView view() {
        return new ApplicationView(
                id, customer, partner, name, descriptionEn, descriptionJa, platform, createdAt, createdBy);
    }
}
