package org.partnerportal.agreement;

import java.util.UUID;

/**
 * The version in force, in the language in which it is shown.
 *
 * @param id the version
 * @param name its name
 * @param sample whether it is the sample that comes with the portal
 * @param language the language of the text shown
 * @param sha256 the SHA-256 of that text
 */
public record CurrentAgreement(UUID id, String name, boolean sample, String language, String sha256) {}
