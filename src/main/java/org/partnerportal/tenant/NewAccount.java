package org.partnerportal.tenant;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * What is needed to make an account.
 *
 * @param email the address to sign in with
 * @param name the person's name
 * @param passwordHash the hashed password, with its scheme in front; empty for somebody who has yet to choose one, and
 *     cannot sign in before
 * @param locale the language that the person reads
 * @param zone the person's time zone
 * @param roles the admin roles to hold from the start
 */
public record NewAccount(
        String email, String name, String passwordHash, Locale locale, ZoneId zone, Set<AdminRole> roles) {}
