package org.partnerportal.shared;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the whole portal needs to know of its place.
 *
 * @param url the address under which people reach the portal, without a slash at the end; links in mails begin with it,
 *     never with what a request claims
 */
@ConfigurationProperties("portal")
public record PortalProperties(
        @DefaultValue("http://localhost:8080") String url) {

    public PortalProperties {
        url = url.replaceAll("/+$", "");
    }
}
