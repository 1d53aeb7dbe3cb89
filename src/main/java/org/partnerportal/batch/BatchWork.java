package org.partnerportal.batch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** What a feature does with the rows of its batches. */
public interface BatchWork {

    /** The word under which its batches are kept and labelled; stable for ever. */
    String kind();

    /** The address above its batches' pages. */
    String page();

    /** The key of the heading over a batch with that setting. */
    default String title(String setting) {
        return "batch." + kind() + ".title";
    }

    /** How the kinds of its entries in the trail begin; stable for ever. */
    default String trail() {
        return "Batch";
    }

    /** The customer in whose history a batch with that setting stands too, or null for none. */
    default @Nullable TenantId customer(String setting) {
        return null;
    }

    /** Whether the person may see and start such batches. Asked again for every few rows: a no stops the rest. */
    Optional<? extends Refusal> may(Actor actor);

    /** Opens a file that was handed to the job, to look through its rows. */
    default BatchReader read(String setting, byte[] file) {
        throw new IllegalStateException("batches of the kind " + kind() + " come without files");
    }

    /**
     * When the next row may be worked, asked in the row's own transaction right before it: empty for now. Until then the
     * batch waits and goes on by itself. The place for limits, such as of mails in an hour.
     */
    default Optional<Instant> notBefore(Actor actor) {
        return Optional.empty();
    }

    /**
     * Works one row. Called in the row's own transaction, which its result is kept in too; what it throws undoes both and
     * becomes the result.
     *
     * @param batch its batch
     * @param setting what the batch was made with
     */
    BatchResult work(Actor actor, UUID batch, String setting, BatchLine line);
}
