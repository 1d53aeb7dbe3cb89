package org.partnerportal.partneraccount;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.RelationshipView.Went;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Contact;

/** What the customer let one account of a partner's person have of one relationship's roles. */
@Entity
class PartnerAccount {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(name = "account_id")
    private UUID account;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    @Column(name = "relationship_id")
    private UUID relationship;

    @ElementCollection
    @CollectionTable(name = "partner_account_role", joinColumns = @JoinColumn(name = "partner_account_id"))
    @Column(name = "role_id")
    private Set<String> roles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "partner_account_taken_role", joinColumns = @JoinColumn(name = "partner_account_id"))
    @MapKeyColumn(name = "role_id")
    private Map<String, Taking> taken = new HashMap<>();

    private Instant createdAt;
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected PartnerAccount() {}

    /** For an account that was made just now; its rule is asked before. */
    PartnerAccount(UUID id, UUID account, RelationshipView relationship, Set<String> roles, Actor actor, Instant now) {
        this.id = id;
        this.account = account;
        this.customer = relationship.customer();
        this.partner = relationship.partner();
        this.relationship = relationship.id();
        this.roles.addAll(roles);
        this.createdAt = now;
        this.createdBy = actor.name();
    }

    /** When somebody of the customer's took a role. */
    @Embeddable
    record Taking(
            @Column(name = "taken_at") Instant at,
            @Column(name = "taken_by") String by) {}

    /**
     * Takes one role away and leaves the others.
     *
     * @return whether the account had it
     */
    boolean takeRole(String role, Actor actor, Instant now) {
        refuse(PartnerAccountRules.manage(actor));
        boolean had = roles.remove(role);
        if (had) {
            taken.put(role, new Taking(now, actor.name()));
        }
        return had;
    }

    UUID account() {
        return account;
    }

    UUID relationship() {
        return relationship;
    }

    TenantId customer() {
        return customer;
    }

    TenantId partner() {
        return partner;
    }

    Set<String> roles() {
        return new TreeSet<>(roles);
    }

    /** The roles that were taken from the account alone. */
    List<Went> taken() {
        return taken.entrySet().stream()
                .map(each -> new Went(
                        each.getKey(), each.getValue().at(), each.getValue().by()))
                .toList();
    }

    PartnerAccountEvent.Facts facts(Contact person) {
        return new PartnerAccountEvent.Facts(account, customer, partner, person.name(), person.email());
    }

    /**
     * As the customer's pages show it.
     *
     * @param granted what the relationship gives now
     */
    PartnerAccountView view(Contact person, Set<String> granted) {
        return new PartnerAccountView(
                id,
                account,
                person.name(),
                person.email(),
                person.active(),
                PartnerAccountRules.inForce(roles, granted),
                createdAt,
                createdBy);
    }

    private static void refuse(Optional<PartnerAccountRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }
}
