package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.vehicle.completeness.Completeness;
import org.quartermaster.vehicle.vin.VinJudge;

/** The vehicles of a tenant. */
@Path("/api/v1/assets")
@Tag(name = "assets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class AssetResource {
    private final Call call;
    private final Endpoints endpoints;
    private final AssetList list;
    private final AssetService service;
    private final AssetsFromMarket market;
    private final VinJudge judge;
    private final Idempotency idempotency;

    @Inject
    AssetResource(
            Call call,
            Endpoints endpoints,
            AssetList list,
            AssetService service,
            AssetsFromMarket market,
            VinJudge judge,
            Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.service = service;
        this.market = market;
        this.judge = judge;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Assets by filter, the last changed first unless sorted otherwise")
    public Uni<RestResponse<Page<AssetView>>> find() {
        return endpoints.list(AssetView.class, list::find);
    }

    @GET
    @Path("{asset_id}")
    @Operation(summary = "One asset")
    @APIResponseSchema(AssetView.class)
    public Uni<Response> get(String asset_id) {
        return endpoints.get(
                caller -> list.get(caller, AssetRepository.id(asset_id)).map(Answer::ok));
    }

    @GET
    @Path("{asset_id}/completeness")
    @Operation(
            summary = "What is there, what is missing, and what each field would add",
            description = "The score and what the missing fields would add sum to 100.")
    @APIResponseSchema(Completeness.class)
    public Uni<Response> completeness(String asset_id) {
        return endpoints.get((caller, query) -> {
            var version = query.integer("version", 1, Integer.MAX_VALUE).value();
            query.checkQuery();
            return list.completeness(caller, AssetRepository.id(asset_id), version);
        });
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Enter a vehicle as a draft; any fields will do")
    @APIResponseSchema(value = AssetView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var input = AssetInput.read(call.json(body, Fields.Nulls.IGNORED), judge);
        return idempotency.once(call, body, unit -> service.create(unit, input));
    }

    @POST
    @Path("from-lot")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Enter the vehicle of a lot as a draft with the lot's data")
    @APIResponseSchema(value = AssetView.class, responseCode = "201")
    public Uni<Response> fromLot(byte[] body) {
        var bought = AssetsFromMarket.Bought.read(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.once(call, body, unit -> market.fromLot(unit, bought));
    }

    @PATCH
    @Path("{asset_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Change the given fields; null clears a field (JSON Merge Patch)",
            description = "A verified asset becomes a draft when a mandatory field is emptied, or when its VIN, owner"
                    + " or serial number changes; the answer says so.")
    @APIResponseSchema(PatchedAsset.class)
    public Uni<Response> patch(String asset_id, byte[] body) {
        var id = AssetRepository.id(asset_id);
        return endpoints.patch(body, (unit, ifMatch, fields) -> {
            fields.require("asset_kind");
            return service.patch(unit, id, ifMatch, AssetInput.read(fields, judge));
        });
    }

    @POST
    @Path("{asset_id}/prefill")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Fill empty fields from what the market knows of the VIN")
    @APIResponseSchema(PrefilledAsset.class)
    public Uni<Response> prefill(String asset_id, byte[] body) {
        var id = AssetRepository.id(asset_id);
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var dryRun = fields.bool("dry_run").or(false);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> market.prefill(unit, id, dryRun));
    }
}
