package org.partnerportal.relationship;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of relationships.
 *
 * @param privilegedRolesNeedGlobalAdmin whether only a Global Administrator accepts an offer that holds a privileged role
 */
@ConfigurationProperties("portal.relationship")
public record RelationshipProperties(@DefaultValue("false") boolean privilegedRolesNeedGlobalAdmin) {}
