package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** What became of an asset, and where its data come from. */
@Path("/api/v1/assets/{asset_id}")
@Tag(name = "assets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class AssetPastResource {
    private final Call call;
    private final Endpoints endpoints;
    private final AssetPast past;
    private final OdometerSeries odometer;
    private final Idempotency idempotency;

    @Inject
    AssetPastResource(
            Call call, Endpoints endpoints, AssetPast past, OdometerSeries odometer, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.past = past;
        this.odometer = odometer;
        this.idempotency = idempotency;
    }

    @GET
    @Path("history")
    @Operation(summary = "Steps and changed fields, the newest first")
    public Uni<RestResponse<Page<HistoryEntry>>> history(String asset_id) {
        var id = AssetRepository.id(asset_id);
        return endpoints.list(HistoryEntry.class, (caller, query) -> past.history(caller, id, query));
    }

    @GET
    @Path("provenance")
    @Operation(summary = "Who or what wrote each field last")
    @APIResponseSchema(Provenance.class)
    public Uni<Response> provenance(String asset_id) {
        var id = AssetRepository.id(asset_id);
        return endpoints.get(caller -> past.provenance(caller, id));
    }

    @GET
    @Path("odometer")
    @Operation(summary = "Readings of the asset and of lots with its VIN, the newest first; rollbacks are marked")
    public Uni<RestResponse<Page<OdometerEntry>>> readings(String asset_id) {
        var id = AssetRepository.id(asset_id);
        return endpoints.list(OdometerEntry.class, (caller, query) -> odometer.find(caller, id, query));
    }

    @POST
    @Path("odometer")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Add a reading; the newest one is what the asset shows")
    @APIResponseSchema(value = OdometerEntry.class, responseCode = "201")
    public Uni<Response> read(String asset_id, byte[] body) {
        var id = AssetRepository.id(asset_id);
        var reading = OdometerSeries.read(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.once(call, body, unit -> odometer.add(unit, id, reading));
    }
}
