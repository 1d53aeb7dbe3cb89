package org.partnerportal.tenant;

import org.partnerportal.shared.TenantId;

/**
 * What others may know of an organisation.
 *
 * @param id its tenant id
 * @param name the display name
 * @param domain the domain name
 * @param country the ISO 3166 country code
 * @param active whether it may act and be acted for
 */
public record TenantView(TenantId id, String name, String domain, String country, boolean active) {

    // for the query
    TenantView(TenantId id, String name, String domain, String country, Standing standing) {
        this(id, name, domain, country, standing == Standing.ACTIVE);
    }
}
