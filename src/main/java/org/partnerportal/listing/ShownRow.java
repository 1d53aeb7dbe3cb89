package org.partnerportal.listing;

import java.time.Instant;
import org.partnerportal.shared.TenantId;

/**
 * What lists read of a listing that is to be seen: nothing of its draft.
 *
 * @param partner whose it is
 * @param listedSince when the first text was approved
 * @param published the text that the directory shows
 */
record ShownRow(TenantId partner, Instant listedSince, ListingContent published) {}
