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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Transfer requests of both sides, and what they answer. */
@Path("/api/v1/transfer-requests")
@Tag(name = "transfers")
@Produces(MediaType.APPLICATION_JSON)
public final class TransferResource {
    private static final int MIN_REASON = 3;
    private static final int MAX_REASON = 500;
    private static final int MAX_CODE = 100;

    private final Call call;
    private final Endpoints endpoints;
    private final Writes writes;
    private final TransferList list;
    private final TransferService transfers;
    private final Approval approval;
    private final Redemption redemption;

    @Inject
    TransferResource(
            Call call,
            Endpoints endpoints,
            Writes writes,
            TransferList list,
            TransferService transfers,
            Approval approval,
            Redemption redemption) {
        this.call = call;
        this.endpoints = endpoints;
        this.writes = writes;
        this.list = list;
        this.transfers = transfers;
        this.approval = approval;
        this.redemption = redemption;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Transfer requests that the tenant gives or takes, the newest first")
    public Uni<RestResponse<Page<TransferView>>> find() {
        return endpoints.list(TransferView.class, list::find);
    }

    @GET
    @Path("{transfer_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One transfer request")
    @APIResponseSchema(TransferView.class)
    public Uni<Response> get(String transfer_id) {
        return endpoints.get(caller -> list.get(caller, id(transfer_id)).map(Answer::ok));
    }

    @POST
    @Path("{transfer_id}/approve")
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Consent: the vehicle changes hands at once",
            description = "Within a tenant another user than the requester consents; else a manager of the taker.")
    @APIResponseSchema(TransferView.class)
    public Uni<Response> approve(String transfer_id, byte[] body) {
        var reason = reason(body, false);
        return answer(writes.write(call.caller(), unit -> approval.approve(unit, id(transfer_id), reason)));
    }

    @POST
    @Path("{transfer_id}/reject")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Refuse, as the side that was asked")
    @APIResponseSchema(TransferView.class)
    public Uni<Response> reject(String transfer_id, byte[] body) {
        var reason = reason(body, true);
        return answer(writes.write(call.caller(), unit -> transfers.reject(unit, id(transfer_id), reason)));
    }

    @POST
    @Path("{transfer_id}/cancel")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Take it back, as who asked, who recorded it, or an admin of the giver")
    @APIResponseSchema(TransferView.class)
    public Uni<Response> cancel(String transfer_id, byte[] body) {
        var reason = reason(body, false);
        return answer(writes.write(call.caller(), unit -> transfers.cancel(unit, id(transfer_id), reason)));
    }

    @POST
    @Path("redeem")
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Find a request by the code that the giver has told, and bind it to the own tenant",
            description = "Ten tries an hour.")
    @APIResponseSchema(TransferView.class)
    public Uni<Response> redeem(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("handover_code");
        var code = fields.text("handover_code", 1, MAX_CODE).value();
        fields.checkStrictly();
        return answer(redemption
                .redeem(call.caller(), HandoverCode.given(code))
                .onItem()
                .ifNotNull()
                .transformToUni(id -> list.get(call.caller(), id).map(Answer::ok)));
    }

    private String reason(byte[] body, boolean required) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        if (required) {
            fields.require("reason");
        }
        var reason = fields.text("reason", MIN_REASON, MAX_REASON).value();
        fields.checkStrictly();
        return reason;
    }

    /** NB: that a request has expired is told when it is committed. */
    private static Uni<Response> answer(Uni<Answer> done) {
        return done.onItem()
                .ifNull()
                .failWith(() -> Problem.of(Refusal.EXPIRED))
                .map(Answer::response);
    }

    private static UUID id(String transfer) {
        return Ids.parse(transfer).orElseThrow(() -> Problem.of(Refusal.NOT_FOUND));
    }
}
