package org.quartermaster.catalog.fxrate;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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

/** Rates of exchange. */
@Path("/api/v1/fx-rates")
@Tag(name = "rates")
@Produces(MediaType.APPLICATION_JSON)
public final class FxRateResource {
    private final Call call;
    private final Endpoints endpoints;
    private final FxRates rates;
    private final Idempotency idempotency;

    @Inject
    FxRateResource(Call call, Endpoints endpoints, FxRates rates, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.rates = rates;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Rates of exchange, the newest first")
    public Uni<RestResponse<Page<FxRateView>>> find() {
        return endpoints.list(FxRateView.class, rates::find);
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Enter what a currency is worth in another on a day")
    @APIResponseSchema(value = FxRateView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var rate = FxRates.read(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.once(call, body, unit -> rates.create(unit, rate));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Take a rate of exchange away")
    public Uni<Response> delete(long id) {
        return endpoints.delete((unit, ifMatch) -> rates.delete(unit, id));
    }
}
