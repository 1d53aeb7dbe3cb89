package org.partnerportal.software;

import java.util.Map;
import java.util.Set;
import org.partnerportal.shared.Bilingual;

/**
 * What a vendor says of a product.
 *
 * @param prices by currency; only currencies in which it is sold
 * @param malformed currencies of which a price could not be read
 */
record SoftwareContent(
        Bilingual name, Bilingual description, Map<String, SoftwarePrice> prices, Set<String> malformed) {}
