package org.partnerportal.support;

import java.util.UUID;

/**
 * What events tell of a request.
 *
 * @param id the request
 * @param reference the number to quote
 * @param subject what it is about, for mails; the trail does not keep it
 */
public record SupportFacts(UUID id, String reference, String subject) {}
