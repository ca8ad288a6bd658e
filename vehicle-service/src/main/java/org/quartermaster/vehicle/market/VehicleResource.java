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
import org.quartermaster.vehicle.vin.VinJudge;

/** Vehicles that are or were for sale, by VIN. */
@Path("/api/v1/vehicles")
@Tag(name = "market")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class VehicleResource {
    private final Endpoints endpoints;
    private final VinJudge judge;
    private final VehicleCards cards;

    @Inject
    VehicleResource(Endpoints endpoints, VinJudge judge, VehicleCards cards) {
        this.endpoints = endpoints;
        this.judge = judge;
        this.cards = cards;
    }

    @GET
    @Path("{vin}")
    @Operation(summary = "The card of a VIN in any spelling: vehicle, lots, sales, pictures, own assets and verdict")
    @APIResponseSchema(VehicleCard.class)
    public Uni<Response> card(String vin) {
        return endpoints.get(caller -> cards.find(caller, judge.requireWellFormed(vin)));
    }
}
