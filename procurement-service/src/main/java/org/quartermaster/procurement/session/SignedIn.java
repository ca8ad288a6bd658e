package org.quartermaster.procurement.session;

import java.util.List;
import java.util.UUID;

/** The tokens of a session, and whose it is. */
public record SignedIn(
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        long refreshExpiresIn,
        String tenant,
        SignedInUser user) {

    /** The user as he stands in the tenant of the tokens. */
    public record SignedInUser(
            UUID userId,
            String email,
            String fullName,
            boolean emailVerified,
            String subscriptionTier,
            List<String> roles) {}
}
