package org.quartermaster.procurement.billing;

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

/** Events of the provider that wait for somebody; for the operator alone. */
@Path("/api/v1/admin/billing-events")
@Tag(name = "billing")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class AdminBillingResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final BillingReads reads;
    private final Reapplying reapplying;

    @Inject
    AdminBillingResource(
            Call call, Endpoints endpoints, Idempotency idempotency, BillingReads reads, Reapplying reapplying) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.reads = reads;
        this.reapplying = reapplying;
    }

    @GET
    @Operation(summary = "Parked and failed events of all organizations, or those of a status, the latest first")
    public Uni<RestResponse<Page<AdminBillingEventView>>> find() {
        return endpoints.list(AdminBillingEventView.class, reads::ofAll);
    }

    @POST
    @Path("{event_id}/apply")
    @Operation(summary = "Apply a parked or failed event again; it may be parked once more")
    @APIResponseSchema(AdminBillingEventView.class)
    public Uni<Response> apply(String event_id, byte[] body) {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        var address = call.address();
        return idempotency.onceGlobal(call, body, unit -> reapplying.apply(unit, event_id, address));
    }
}
