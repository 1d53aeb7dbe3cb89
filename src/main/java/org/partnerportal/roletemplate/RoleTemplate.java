package org.partnerportal.roletemplate;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** A set of roles by job that a partner keeps to fill its offers with. */
@Entity
class RoleTemplate {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    private String name;
    private @Nullable String nameKey;
    private String createdBy;
    private Instant createdAt;
    private @Nullable Instant deletedAt;

    @ElementCollection
    @CollectionTable(name = "role_template_role", joinColumns = @JoinColumn(name = "template_id"))
    @Column(name = "role_template_id")
    private Set<String> roles = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected RoleTemplate() {}

    /**
     * Makes a template of a draft that the rules have passed.
     *
     * @param templates how many the partner has
     */
    RoleTemplate(UUID id, TemplateDraft draft, Actor actor, long templates, Instant now) {
        refuse(RoleTemplateRules.create(actor, templates));
        this.id = id;
        this.partner = actor.tenant();
        this.name = draft.name();
        this.nameKey = draft.nameKey();
        this.createdBy = actor.name();
        this.createdAt = now;
        this.roles.addAll(draft.roles());
    }

    /** Gives it another name and other roles, of a draft that the rules have passed. */
    void change(TemplateDraft draft, Actor actor) {
        refuse(RoleTemplateRules.manage(actor));
        name = draft.name();
        nameKey = draft.nameKey();
        roles.retainAll(draft.roles());
        roles.addAll(draft.roles());
    }

    /** Deletes the template; its row stays, so that the second click of two is known for what it is. */
    void delete(Actor actor, Instant now) {
        refuse(RoleTemplateRules.manage(actor));
        roles.clear();
        nameKey = null;
        deletedAt = now;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    UUID id() {
        return id;
    }

    TenantId partner() {
        return partner;
    }

    TemplateDraft content() {
        return new TemplateDraft(name, roles);
    }

    TemplateView view() {
        return new TemplateView(id, name, createdBy, createdAt, Set.copyOf(roles));
    }

    private static void refuse(Optional<RoleTemplateRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }
}
