package org.partnerportal.tenant;

import org.partnerportal.shared.TenantId;

/**
 * Who a partner is, as customers see it before they trust it.
 *
 * @param id the partner's tenant id
 * @param name the display name
 * @param domain the domain name
 * @param country the ISO 3166 country code
 * @param phone the telephone number for customers
 * @param supportEmail the address for customers in need
 */
public record PartnerCard(TenantId id, String name, String domain, String country, String phone, String supportEmail) {}
