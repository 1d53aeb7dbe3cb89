package org.partnerportal.setup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** That the portal is set up, and who did it. There is one id, so it is done once. */
@Entity
class Setup implements Persistable<Integer> {

    private static final int ONLY = 1;

    @Id
    private int id;

    private UUID operatorId;
    private Instant doneAt;

    @SuppressWarnings("NullAway.Init")
    protected Setup() {}

    Setup(UUID operator, Instant now) {
        this.id = ONLY;
        this.operatorId = operator;
        this.doneAt = now;
    }

    @Override
    public Integer getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
