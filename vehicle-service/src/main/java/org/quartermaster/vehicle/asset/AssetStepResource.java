package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** The life of assets. */
@Path("/api/v1/assets/{asset_id}")
@Tag(name = "assets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MANAGER)
public final class AssetStepResource {
    private final Call call;
    private final AssetLifecycle lifecycle;
    private final Idempotency idempotency;

    @Inject
    AssetStepResource(Call call, AssetLifecycle lifecycle, Idempotency idempotency) {
        this.call = call;
        this.lifecycle = lifecycle;
        this.idempotency = idempotency;
    }

    @POST
    @Path("verify")
    @Operation(
            summary = "Say that the data of a draft are right",
            description = "Every mandatory field is filled, the score is high enough, and the check digit of the VIN is"
                    + " not wrong unless a reason is given why it is right.")
    @APIResponseSchema(AssetView.class)
    public Uni<Response> verify(String asset_id, byte[] body) {
        var id = AssetRepository.id(asset_id);
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var override = fields.text("vin_override_reason", 10, 500).value();
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> lifecycle.verify(unit, id, override));
    }

    @POST
    @Path("reopen")
    @Operation(summary = "Make a draft of a verified asset")
    @APIResponseSchema(AssetView.class)
    public Uni<Response> reopen(String asset_id, byte[] body) {
        var id = AssetRepository.id(asset_id);
        var reason = reason(body);
        return idempotency.once(call, body, unit -> lifecycle.reopen(unit, id, reason));
    }

    @POST
    @Path("archive")
    @Operation(summary = "Put an asset away; it can be read and restored, but not changed")
    @APIResponseSchema(AssetView.class)
    public Uni<Response> archive(String asset_id, byte[] body) {
        var id = AssetRepository.id(asset_id);
        var reason = reason(body);
        return idempotency.once(call, body, unit -> lifecycle.archive(unit, id, reason));
    }

    @POST
    @Path("restore")
    @Operation(summary = "Bring an archived asset back as a draft")
    @APIResponseSchema(AssetView.class)
    public Uni<Response> restore(String asset_id, byte[] body) {
        var id = AssetRepository.id(asset_id);
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        return idempotency.once(call, body, unit -> lifecycle.restore(unit, id));
    }

    private String reason(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("reason");
        var reason = fields.text("reason", 3, 500).value();
        fields.checkStrictly();
        return reason;
    }
}
