package org.partnerportal.shared;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** The id of an organisation or school; its own type, so that no other id is ever taken for it. */
@Embeddable
public record TenantId(UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
