package org.quartermaster.platform.token;

import java.util.Set;

/**
 * A verified token.
 *
 * @param issuedAt seconds since 1970; null where the token does not say
 * @param expiresAt seconds since 1970
 */
record Token(String subject, String tenant, Set<String> roles, Long issuedAt, long expiresAt) {}
