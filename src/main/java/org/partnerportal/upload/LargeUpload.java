package org.partnerportal.upload;

import java.util.regex.Pattern;
import org.springframework.util.unit.DataSize;

/**
 * A page that takes larger requests than the others.
 *
 * @param page what its address looks like
 * @param most how large a request to it may be, no more than the server's own limit
 */
public record LargeUpload(Pattern page, DataSize most) {}
