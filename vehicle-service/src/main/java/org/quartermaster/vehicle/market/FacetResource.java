package org.quartermaster.vehicle.market;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.security.Roles;

/** Makes, models and years to choose from. */
@Path("/api/v1/makes-models")
@Tag(name = "market")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class FacetResource {
    private final Endpoints endpoints;
    private final Facets facets;

    @Inject
    FacetResource(Endpoints endpoints, Facets facets) {
        this.endpoints = endpoints;
        this.facets = facets;
    }

    @GET
    @Operation(summary = "Makes, models of the makes asked for, and years, with the number of lots of each")
    @APIResponseSchema(Facets.View.class)
    public Uni<Response> find() {
        return endpoints.get(facets::find);
    }
}
