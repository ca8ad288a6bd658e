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
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.list.Page;
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
    private final VehicleList list;
    private final VehiclePast past;
    private final Timelines timelines;

    @Inject
    VehicleResource(
            Endpoints endpoints,
            VinJudge judge,
            VehicleCards cards,
            VehicleList list,
            VehiclePast past,
            Timelines timelines) {
        this.endpoints = endpoints;
        this.judge = judge;
        this.cards = cards;
        this.list = list;
        this.past = past;
        this.timelines = timelines;
    }

    @GET
    @Operation(summary = "Vehicles by filter, by VIN unless sorted otherwise")
    public Uni<RestResponse<Page<VehicleView>>> find() {
        return endpoints.list(VehicleView.class, list::find);
    }

    @GET
    @Path("{vin}")
    @Operation(summary = "The card of a VIN in any spelling: vehicle, lots, sales, pictures, own assets and verdict")
    @APIResponseSchema(VehicleCard.class)
    public Uni<Response> card(String vin) {
        return endpoints.get(caller -> cards.find(caller, judge.requireWellFormed(vin)));
    }

    @GET
    @Path("{vin}/lots")
    @Operation(summary = "The lots of a vehicle, by auction time, the last first")
    public Uni<RestResponse<Page<LotView>>> lots(String vin) {
        var normal = normal(vin);
        return endpoints.list(LotView.class, (caller, query) -> past.lots(caller, normal, query));
    }

    @GET
    @Path("{vin}/sale-events")
    @Operation(summary = "How a vehicle was sold, or not, the last sale first")
    public Uni<RestResponse<Page<SaleEventView>>> sales(String vin) {
        var normal = normal(vin);
        return endpoints.list(SaleEventView.class, (caller, query) -> past.sales(caller, normal, query));
    }

    @GET
    @Path("{vin}/images")
    @Operation(summary = "Pictures of a vehicle, those of the newest lot first")
    public Uni<RestResponse<Page<ImageView>>> images(String vin) {
        var normal = normal(vin);
        return endpoints.list(ImageView.class, (caller, query) -> past.images(caller, normal, query));
    }

    @GET
    @Path("{vin}/timeline")
    @Operation(summary = "What happened to the lots of a vehicle, the newest first")
    public Uni<RestResponse<Page<TimelineEntry>>> timeline(String vin) {
        var normal = normal(vin);
        return endpoints.list(TimelineEntry.class, (caller, query) -> timelines.ofVehicle(caller, normal, query));
    }

    private String normal(String vin) {
        return judge.requireWellFormed(vin).normalized();
    }
}
