package org.quartermaster.procurement.session;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.user.Visitor;

/** Sessions: each sign-in is one, on one device. */
@Path("/api/v1/auth")
@Tag(name = "sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private static final int MAX_TOKEN = 500;

    private final Call call;
    private final Endpoints endpoints;
    private final Writes writes;
    private final Refresh refresh;
    private final SessionList list;

    @Inject
    SessionResource(Call call, Endpoints endpoints, Writes writes, Refresh refresh, SessionList list) {
        this.call = call;
        this.endpoints = endpoints;
        this.writes = writes;
        this.refresh = refresh;
        this.list = list;
    }

    @POST
    @Path("refresh")
    @PermitAll
    @Operation(summary = "Go on with a session: the refresh token is spent, and the answer has the next one")
    @APIResponseSchema(SignedIn.class)
    public Uni<Response> refresh(byte[] body) {
        return refresh.refresh(Visitor.of(call), Device.of(call), token(body)).map(Tokens::response);
    }

    @POST
    @Path("logout")
    @PermitAll
    @Operation(summary = "End the session of a refresh token")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> logout(byte[] body) {
        return refresh.logout(Visitor.of(call), token(body))
                .replaceWith(Answer.empty().response());
    }

    private String token(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("refresh_token");
        var token = fields.text("refresh_token", 1, MAX_TOKEN).value();
        fields.checkStrictly();
        return token;
    }

    @POST
    @Path("logout-all")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "End all sessions of the user")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> logoutAll(byte[] body) {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        var user = user();
        var address = call.address();
        return writes.write(call.caller(), unit -> refresh.logoutAll(unit, user, address))
                .replaceWith(Answer.empty().response());
    }

    @GET
    @Path("sessions")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The sessions of the user, the one used last first")
    public Uni<RestResponse<Page<SessionView>>> find() {
        var own = call.session();
        return endpoints.list(SessionView.class, (caller, query) -> list.find(caller, query, own));
    }

    @DELETE
    @Path("sessions/{session_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "End a session of the user")
    public Uni<Response> delete(String session_id) {
        var id = Ids.parse(session_id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        var user = user();
        var address = call.address();
        return endpoints.delete((unit, ifMatch) -> refresh.logout(unit, user, List.of(id), address)
                .map(ended -> {
                    if (ended.isEmpty()) {
                        throw Problem.of(ProblemType.NOT_FOUND);
                    }
                    return Answer.empty();
                }));
    }

    private UUID user() {
        return Ids.parse(call.caller().subject()).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }
}
