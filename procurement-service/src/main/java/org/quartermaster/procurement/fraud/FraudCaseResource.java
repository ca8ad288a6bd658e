package org.quartermaster.procurement.fraud;

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

/** Cases of fraud; for the operator alone. */
@Path("/api/v1/admin/fraud/events")
@Tag(name = "fraud")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class FraudCaseResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final FraudCases cases;

    @Inject
    FraudCaseResource(Call call, Endpoints endpoints, Idempotency idempotency, FraudCases cases) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.cases = cases;
    }

    @GET
    @Operation(summary = "Cases of all organizations, the latest first")
    public Uni<RestResponse<Page<FraudEventView>>> events() {
        return endpoints.list(FraudEventView.class, cases::find);
    }

    @POST
    @Path("{event_id}/resolve")
    @Operation(summary = "Say that a case was looked at")
    @APIResponseSchema(FraudEventView.class)
    public Uni<Response> resolve(String event_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var note = fields.text("note", 0, 1_000).value();
        fields.checkStrictly();
        var address = call.address();
        return idempotency.onceGlobal(call, body, unit -> cases.resolve(unit, event_id, note, address));
    }
}
