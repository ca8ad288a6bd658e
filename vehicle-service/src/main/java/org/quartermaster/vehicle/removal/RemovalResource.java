package org.quartermaster.vehicle.removal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.vehicle.vin.VinJudge;

/** The removal of a vehicle for privacy. */
@Path("/api/v1/vehicles/{vin}/removal")
@Tag(name = "removals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
public final class RemovalResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final RemovalService service;
    private final VinJudge judge;

    @Inject
    RemovalResource(Call call, Endpoints endpoints, Idempotency idempotency, RemovalService service, VinJudge judge) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.service = service;
        this.judge = judge;
    }

    @POST
    @Operation(
            summary = "Remove a vehicle with its lots and pictures",
            description = "A VIN that is not known yet is barred in advance; later imports keep it removed. Assets of"
                    + " tenants stay. A removal that holds already is answered with 200.")
    @APIResponseSchema(value = RemovalView.class, responseCode = "201")
    public Uni<Response> remove(String vin, byte[] body) {
        var normal = judge.requireWellFormed(vin).normalized();
        var input = RemovalInput.read(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.onceGlobal(call, body, unit -> service.remove(unit, normal, input));
    }

    @DELETE
    @Operation(
            summary = "Bring a removed vehicle back",
            description = "The state of each lot is worked out anew from its sales and the newest snapshot.")
    @APIResponseSchema(RemovalView.class)
    public Uni<Response> restore(String vin) {
        var normal = judge.requireWellFormed(vin).normalized();
        return endpoints.deleteGlobal((unit, ifMatch) -> service.restore(unit, normal, ifMatch));
    }
}
