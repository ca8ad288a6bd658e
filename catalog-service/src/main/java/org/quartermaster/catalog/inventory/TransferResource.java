package org.quartermaster.catalog.inventory;

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

/** Stock that goes from one warehouse to another. */
@Path("/api/v1/stock-transfers")
@Tag(name = "stock")
@Produces(MediaType.APPLICATION_JSON)
public final class TransferResource {
    private final Call call;
    private final MovementService service;
    private final Idempotency idempotency;

    @Inject
    TransferResource(Call call, MovementService service, Idempotency idempotency) {
        this.call = call;
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Move stock to another warehouse")
    @APIResponseSchema(value = TransferView.class, responseCode = "201")
    public Uni<Response> transfer(byte[] body) {
        var transfer = Transfer.read(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.once(call, body, unit -> service.transfer(unit, transfer));
    }
}
