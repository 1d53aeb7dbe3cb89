package org.partnerportal.software;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.CutCount;

/**
 * One page of a vendor's products, newest first.
 *
 * @param next the one behind which the next page begins, or null on the last
 */
record SoftwareList(List<Line> lines, long count, @Nullable UUID next) implements CutCount {

    /** A product as it is read. */
    record Row(UUID id, Bilingual name, SoftwareStatus status) {}

    /**
     * A product as it is shown.
     *
     * @param customers how many customers have it in use
     */
    record Line(UUID id, Bilingual name, SoftwareStatus status, long customers) {}
}
