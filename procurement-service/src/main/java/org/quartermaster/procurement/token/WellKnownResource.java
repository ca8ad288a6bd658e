package org.quartermaster.procurement.token;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.procurement.mail.MailLinks;

/** What verifiers of tokens need: the public keys (RFC 7517) and where they stand. */
@Path("/.well-known")
@Tag(name = "keys")
@Produces(MediaType.APPLICATION_JSON)
public final class WellKnownResource {
    private final Call call;
    private final SigningKeys keys;
    private final PlatformConfig config;
    private final MailLinks links;

    @Inject
    WellKnownResource(Call call, SigningKeys keys, PlatformConfig config, MailLinks links) {
        this.call = call;
        this.keys = keys;
        this.config = config;
        this.links = links;
    }

    @GET
    @Path("jwks.json")
    @PermitAll
    @Operation(summary = "The public keys of tokens: of the next, the present and the last ones")
    public Response keys() {
        call.query().checkQuery();
        var shown = keys.keys().stream()
                .map(key -> key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
                .toList();
        return Response.ok(Map.of("keys", shown))
                .header("Cache-Control", "max-age=300")
                .build();
    }

    @GET
    @Path("openid-configuration")
    @PermitAll
    @Operation(summary = "Who issues the tokens, and where the keys stand")
    public OpenIdConfiguration configuration() {
        call.query().checkQuery();
        return new OpenIdConfiguration(
                config.issuer().name(),
                links.to("/.well-known/jwks.json"),
                links.to("/api/v1/auth/token"),
                List.of("token"),
                List.of("public"),
                List.of("RS256"),
                List.of("sub", "tenant", "groups", "sid", "iss", "aud", "iat", "exp", "jti"));
    }

    /** OpenID Connect Discovery 1.0, section 3, as far as it is about tokens. */
    public record OpenIdConfiguration(
            String issuer,
            String jwksUri,
            String tokenEndpoint,
            List<String> responseTypesSupported,
            List<String> subjectTypesSupported,
            List<String> idTokenSigningAlgValuesSupported,
            List<String> claimsSupported) {}
}
