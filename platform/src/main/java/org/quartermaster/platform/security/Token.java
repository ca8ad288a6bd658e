package org.quartermaster.platform.security;

import java.util.Set;

/**
 * A verified token.
 *
 * @param expiresAt seconds since 1970
 */
record Token(String subject, String tenant, Set<String> roles, long expiresAt) {}
