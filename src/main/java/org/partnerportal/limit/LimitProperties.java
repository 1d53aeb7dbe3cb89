package org.partnerportal.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limit that the operator can set.
 *
 * @param invitationMails how many invitation mails an organisation may send in an hour
 */
@ConfigurationProperties("portal.limit")
record LimitProperties(@DefaultValue("100") int invitationMails) {

    LimitProperties {
        if (invitationMails < 1) {
            throw new IllegalArgumentException("portal.limit.invitation-mails must be at least 1.");
        }
    }

    int number(Limit limit) {
        return limit == Limit.INVITATION_MAILS ? invitationMails : limit.number();
    }
}
