package org.quartermaster.procurement.session;

import jakarta.ws.rs.core.Response;

/** How tokens are answered: kept by nobody on the way (RFC 6749, section 5.1). */
public final class Tokens {
    private Tokens() {}

    /** 200 with the tokens of a session, or with an access token alone. */
    public static Response response(Object body) {
        return Response.ok(body, "application/json")
                .header("Cache-Control", "no-store")
                .build();
    }
}
