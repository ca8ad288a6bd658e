package org.quartermaster.vehicle.sale;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.vehicle.market.SaleEventView;

/** Recorded sales. */
@Path("/api/v1/sale-events/{sale_event_id}")
@Tag(name = "sales")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
public final class SaleResource {
    private final Endpoints endpoints;
    private final SaleService service;

    @Inject
    SaleResource(Endpoints endpoints, SaleService service) {
        this.endpoints = endpoints;
        this.service = service;
    }

    @PATCH
    @Operation(
            summary = "Correct a recorded sale; null clears a field (JSON Merge Patch)",
            description = "The state of the lot follows. A sale that is not known any more leaves it to the feed.")
    @APIResponseSchema(SaleEventView.class)
    public Uni<Response> correct(String sale_event_id, byte[] body) {
        return endpoints.patchGlobal(
                body, (unit, ifMatch, fields) -> service.correct(unit, sale_event_id, ifMatch, SaleInput.read(fields)));
    }
}
