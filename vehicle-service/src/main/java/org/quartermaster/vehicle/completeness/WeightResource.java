package org.quartermaster.vehicle.completeness;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.security.Roles;

/** What the fields of an entity weigh in its score. */
@Path("/api/v1/completion-weights/{entity_type}")
@Tag(name = "completeness")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class WeightResource {
    private final Endpoints endpoints;
    private final Weights weights;
    private final WeightChanges changes;

    @Inject
    WeightResource(Endpoints endpoints, Weights weights, WeightChanges changes) {
        this.endpoints = endpoints;
        this.weights = weights;
        this.changes = changes;
    }

    @GET
    @Operation(summary = "The weights of an entity: vehicle, person or organization")
    @APIResponseSchema(WeightSet.class)
    public Uni<Response> get(String entity_type) {
        var type = EntityType.of(entity_type);
        return endpoints.get(caller -> weights.current(caller, type).map(Answer::ok));
    }

    @GET
    @Path("versions")
    @Operation(summary = "All versions of the weights, the newest first")
    public Uni<RestResponse<Page<WeightVersionView>>> versions(String entity_type) {
        var type = EntityType.of(entity_type);
        return endpoints.list(WeightVersionView.class, (caller, query) -> weights.versions(caller, type, query));
    }

    @PUT
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(
            summary = "Replace the whole set by a new version",
            description = "The active weights sum to 100. A job rescores the drafts and verified assets of all tenants;"
                    + " what was verified stays so.")
    @APIResponseSchema(ChangedWeights.class)
    public Uni<Response> put(String entity_type, byte[] body) {
        var type = EntityType.of(entity_type);
        return endpoints.putGlobal(
                body, (unit, ifMatch, fields) -> changes.replace(unit, type, ifMatch, WeightInput.read(fields, type)));
    }
}
