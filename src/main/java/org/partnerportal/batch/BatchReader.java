package org.partnerportal.batch;

import java.util.List;

/** Looks through the rows of one file. */
public interface BatchReader {

    /**
     * What is found in some of them. The same rows give the same: after a restart they may be asked for again.
     *
     * @param from which is the first, counted from zero
     * @param to before which they end
     */
    List<BatchLine> lines(int from, int to);
}
