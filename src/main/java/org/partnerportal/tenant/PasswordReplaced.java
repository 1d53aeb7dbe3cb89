package org.partnerportal.tenant;

import java.util.UUID;

/** Somebody else has replaced this account's password: whoever is signed in by it, or holds a link to it, is out. */
public record PasswordReplaced(UUID account) {}
