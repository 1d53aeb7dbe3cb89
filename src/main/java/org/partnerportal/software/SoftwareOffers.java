package org.partnerportal.software;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of what a customer's vendors offer it, newest first.
 *
 * @param next the one behind which the next page begins, or null on the last
 */
public record SoftwareOffers(
        List<SoftwareOffer> lines, @Nullable UUID next) {}
