package org.quartermaster.procurement.apikey;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.session.Tokens;
import org.quartermaster.procurement.token.AccessTokens;

/** Gives a token for an API key, which every other service takes. */
@Path("/api/v1/auth/token")
@Tag(name = "api-keys")
@Produces(MediaType.APPLICATION_JSON)
public final class ExchangeResource {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Call call;
    private final AccessTokens tokens;

    @Inject
    ExchangeResource(Call call, AccessTokens tokens) {
        this.call = call;
        this.tokens = tokens;
    }

    /** What a key was exchanged for. */
    public record ExchangedToken(String accessToken, String tokenType, long expiresIn) {}

    /** NB: who signs in by a token or by nothing, as in demo mode, has no key to exchange. */
    @POST
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Exchange the API key in X-API-Key for an access token of five minutes")
    @APIResponseSchema(ExchangedToken.class)
    public Uni<Response> exchange() {
        call.query().checkQuery();
        if (call.header("X-API-Key") == null || call.header("Authorization") != null) {
            throw Problem.of(ProblemType.UNAUTHORIZED);
        }
        var caller = call.caller();
        var holder = new AccessTokens.Holder(
                UUID.fromString(caller.subject()), caller.tenant(), List.copyOf(caller.roles()), null);
        return HeavyWork.run(() -> tokens.sign(holder, LIFE))
                .map(token -> Tokens.response(new ExchangedToken(token, "Bearer", LIFE.toSeconds())));
    }
}
