package org.partnerportal.batch;

import java.util.List;
import java.util.UUID;

/**
 * A batch to be.
 *
 * @param id its id, chosen with the form: sent twice, it is still one batch
 * @param kind the kind of its work
 * @param name how people find it again, such as the name of a file
 * @param setting what holds for every row, in the words of the feature that works them
 * @param lines the rows; those that have a result already are not worked
 */
public record NewBatch(UUID id, String kind, String name, String setting, List<BatchLine> lines) {

    static final int LONGEST_NAME = 120;

    /** The same with these rows. */
    public NewBatch with(List<BatchLine> found) {
        return new NewBatch(id, kind, name, setting, found);
    }

    public NewBatch {
        name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
