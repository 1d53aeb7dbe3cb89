package org.partnerportal.agreement;

import java.time.Instant;
import java.util.UUID;
import org.partnerportal.shared.TenantId;

/**
 * The record of an acceptance, as the customer can read and download it.
 *
 * @param id the acceptance
 * @param reference the number to quote
 * @param customer the organisation that accepted
 * @param agreementId the version
 * @param agreement the name of the version
 * @param language the language in which the text was shown
 * @param sha256 the SHA-256 of the text that was shown
 * @param person the name of the person who accepted
 * @param email the address of that person
 * @param at when
 * @param address the network address
 * @param browser the browser
 * @param place on which page
 */
public record AgreementRecord(
        UUID id,
        String reference,
        TenantId customer,
        UUID agreementId,
        String agreement,
        String language,
        String sha256,
        String person,
        String email,
        Instant at,
        String address,
        String browser,
        Place place) {}
