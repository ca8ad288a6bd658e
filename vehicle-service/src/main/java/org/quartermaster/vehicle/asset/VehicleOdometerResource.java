package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.vehicle.vin.VinJudge;

/** What the lots of a vehicle say of its odometer, by the rules for assets. */
@Path("/api/v1/vehicles/{vin}/odometer")
@Tag(name = "market")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class VehicleOdometerResource {
    private final Endpoints endpoints;
    private final VinJudge judge;
    private final OdometerSeries odometer;

    @Inject
    VehicleOdometerResource(Endpoints endpoints, VinJudge judge, OdometerSeries odometer) {
        this.endpoints = endpoints;
        this.judge = judge;
        this.odometer = odometer;
    }

    @GET
    @Operation(summary = "Readings of a vehicle's lots, the newest first; rollbacks are marked")
    public Uni<RestResponse<Page<OdometerEntry>>> readings(String vin) {
        var normal = judge.requireWellFormed(vin).normalized();
        return endpoints.list(OdometerEntry.class, (caller, query) -> odometer.ofVehicle(caller, normal, query));
    }
}
