package org.quartermaster.vehicle.transfer;

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
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.vehicle.asset.AssetRepository;

/** The transfer requests of one asset. */
@Path("/api/v1/assets/{asset_id}/transfer-requests")
@Tag(name = "transfers")
@Produces(MediaType.APPLICATION_JSON)
public final class AssetTransferResource {
    private final Call call;
    private final Endpoints endpoints;
    private final TransferList list;
    private final TransferService transfers;
    private final Idempotency idempotency;

    @Inject
    AssetTransferResource(
            Call call, Endpoints endpoints, TransferList list, TransferService transfers, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.transfers = transfers;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Transfer requests of an asset, the newest first")
    public Uni<RestResponse<Page<TransferView>>> findOfAsset(String asset_id) {
        return endpoints.list(
                TransferView.class, (caller, query) -> list.ofAsset(caller, AssetRepository.id(asset_id), query));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Ask to hand a vehicle to another holder or organization",
            description = "A handover that names no organization answers with a code, once; who has it may redeem it."
                    + " A paper that somebody else has signed needs a proof.")
    @APIResponseSchema(value = NewTransfer.class, responseCode = "201")
    public Uni<Response> ask(String asset_id, byte[] body) {
        var input = TransferInput.read(call.json(body, Fields.Nulls.IGNORED));
        var code = input.isByCode() ? HandoverCode.random() : null;
        return idempotency
                .once(
                        call.caller(),
                        Idempotency.key(call, body),
                        unit -> transfers.ask(unit, AssetRepository.id(asset_id), input, code))
                .map(answer -> shown(answer, code).response());
    }

    /** NB: an answer that is repeated for its Idempotency-Key was kept without the code, and is no view any more. */
    private static Answer shown(Answer answer, HandoverCode code) {
        return code != null && answer.body() instanceof TransferView view
                ? Answer.created(new NewTransfer(view, code.text()), answer.location(), answer.tag())
                : answer;
    }
}
