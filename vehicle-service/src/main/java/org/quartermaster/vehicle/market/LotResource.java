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

/** Offers at auctions. */
@Path("/api/v1/lots")
@Tag(name = "market")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class LotResource {
    private final Endpoints endpoints;
    private final Lots lots;

    @Inject
    LotResource(Endpoints endpoints, Lots lots) {
        this.endpoints = endpoints;
        this.lots = lots;
    }

    @GET
    @Path("{lot_id}")
    @Operation(summary = "One lot")
    @APIResponseSchema(LotView.class)
    public Uni<Response> byId(String lot_id) {
        return endpoints.get(caller -> lots.byId(caller, lot_id));
    }

    @GET
    @Path("by-external/{lot_external_id}")
    @Operation(summary = "One lot by the number that its source gave it")
    @APIResponseSchema(LotView.class)
    public Uni<Response> byExternalId(String lot_external_id) {
        return endpoints.get(caller -> lots.byExternalId(caller, lot_external_id));
    }
}
