package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Answer;
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
        return step(asset_id, body, AssetStepResource::override, lifecycle::verify);
    }

    @POST
    @Path("reopen")
    @Operation(summary = "Make a draft of a verified asset")
    @APIResponseSchema(AssetView.class)
    public Uni<Response> reopen(String asset_id, byte[] body) {
        return step(asset_id, body, AssetStepResource::reason, lifecycle::reopen);
    }

    @POST
    @Path("archive")
    @Operation(summary = "Put an asset away; it can be read and restored, but not changed")
    @APIResponseSchema(AssetView.class)
    public Uni<Response> archive(String asset_id, byte[] body) {
        return step(asset_id, body, AssetStepResource::reason, lifecycle::archive);
    }

    @POST
    @Path("restore")
    @Operation(summary = "Bring an archived asset back as a draft")
    @APIResponseSchema(AssetView.class)
    public Uni<Response> restore(String asset_id, byte[] body) {
        return step(asset_id, body, AssetStepResource::reason, lifecycle::restore);
    }

    /** A step of the life of the asset, for the reason that is given. */
    @FunctionalInterface
    private interface Step {
        Uni<Answer> take(UnitOfWork unit, UUID id, String reason);
    }

    private Uni<Response> step(String assetId, byte[] body, Function<Fields, String> reason, Step step) {
        var id = AssetRepository.id(assetId);
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var why = reason.apply(fields);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> step.take(unit, id, why));
    }

    private static String reason(Fields fields) {
        fields.require("reason");
        return fields.text("reason", 3, 500).value();
    }

    private static String override(Fields fields) {
        return fields.text("vin_override_reason", 10, 500).value();
    }
}
