package org.partnerportal.software;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What one licence costs in one currency, in its smallest units.
 *
 * @param monthPrice for a month, or null where it is not sold by the month
 * @param yearPrice for a year, or null where it is not sold by the year
 */
@Embeddable
record SoftwarePrice(@Nullable Long monthPrice, @Nullable Long yearPrice) {}
