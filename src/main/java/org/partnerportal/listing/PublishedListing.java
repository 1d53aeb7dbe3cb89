package org.partnerportal.listing;

import java.time.Instant;
import org.partnerportal.shared.TenantId;

/**
 * A listing that people can find now.
 *
 * @param partner whose it is
 * @param name the name of the organisation, as it stands in its relationships
 * @param domain its domain
 * @param country its home country, by its ISO 3166 code
 * @param listedSince when it was first approved
 * @param content what it says
 */
public record PublishedListing(
        TenantId partner, String name, String domain, String country, Instant listedSince, ListingContent content) {}
