package org.partnerportal.referral;

/**
 * What the sender agrees to.
 *
 * @param contact that the partner gets in touch
 * @param share that the partner gets what stands on the form
 */
public record Consent(boolean contact, boolean share) {}
