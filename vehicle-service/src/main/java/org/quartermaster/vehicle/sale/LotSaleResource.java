package org.quartermaster.vehicle.sale;

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
import org.quartermaster.vehicle.market.SaleEventView;

/** Sales of a lot. */
@Path("/api/v1/lots/{lot_id}/sale-events")
@Tag(name = "sales")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
public final class LotSaleResource {
    private final Call call;
    private final SaleService service;
    private final Idempotency idempotency;

    @Inject
    LotSaleResource(Call call, SaleService service, Idempotency idempotency) {
        this.call = call;
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            summary = "Record how a lot was sold, or not",
            description = "The newest sale that says something decides the state of the lot. With a buyer the vehicle"
                    + " becomes a draft among its assets, or the live asset with the VIN is linked to the lot.")
    @APIResponseSchema(value = SaleEventView.class, responseCode = "201")
    public Uni<Response> record(String lot_id, byte[] body) {
        var input = SaleInput.read(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.onceGlobal(call, body, unit -> service.record(unit, lot_id, input));
    }
}
