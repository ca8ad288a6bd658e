package org.quartermaster.procurement.match;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.security.Roles;

/** Matches of alerts. */
@Path("/api/v1/matches")
@Tag(name = "alerts")
@Produces(MediaType.APPLICATION_JSON)
public final class MatchResource {
    private final Endpoints endpoints;
    private final Matches matches;

    @Inject
    MatchResource(Endpoints endpoints, Matches matches) {
        this.endpoints = endpoints;
        this.matches = matches;
    }

    @PATCH
    @Path("{match_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Say what became of a match, and whether it was of use")
    @APIResponseSchema(MatchView.class)
    public Uni<Response> save(String match_id, byte[] body) {
        return endpoints.patch(body, (unit, ifMatch, fields) -> matches.save(unit, match_id, ifMatch, fields));
    }
}
