package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** The items of a draft; each change answers with the whole quotation, whose sums it changes. */
@Path("/api/v1/quotations/{id}/items")
@Tag(name = "quotations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MANAGER)
public final class QuotationItemResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final DraftItems items;

    @Inject
    QuotationItemResource(Call call, Endpoints endpoints, Idempotency idempotency, DraftItems items) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.items = items;
    }

    @POST
    @Operation(summary = "Add an item to a draft")
    @APIResponseSchema(value = QuotationView.class, responseCode = "201")
    public Uni<Response> add(String id, byte[] body) {
        var number = QuotationRepository.id(id);
        var ifMatch = call.header("If-Match");
        var fields = call.json(body, Fields.Nulls.IGNORED);
        return idempotency.once(call, body, unit -> items.add(unit, number, ifMatch, fields));
    }

    @PUT
    @Path("{line_no}")
    @Operation(summary = "Change an item of a draft")
    @APIResponseSchema(QuotationView.class)
    public Uni<Response> put(String id, String line_no, byte[] body) {
        var number = QuotationRepository.id(id);
        var line = QuotationRepository.line(line_no);
        return endpoints.put(body, (unit, ifMatch, fields) -> items.change(unit, number, line, ifMatch, fields));
    }

    @PATCH
    @Path("{line_no}")
    @Operation(
            summary = "Change the given fields of an item (JSON Merge Patch)",
            description = "unit_price null gives the price back to the price lists.")
    @APIResponseSchema(QuotationView.class)
    public Uni<Response> patch(String id, String line_no, byte[] body) {
        var number = QuotationRepository.id(id);
        var line = QuotationRepository.line(line_no);
        return endpoints.patch(body, (unit, ifMatch, fields) -> items.change(unit, number, line, ifMatch, fields));
    }

    @DELETE
    @Path("{line_no}")
    @Operation(summary = "Take an item off a draft; the numbers of the others stay")
    public Uni<Response> delete(String id, String line_no) {
        var number = QuotationRepository.id(id);
        var line = QuotationRepository.line(line_no);
        return endpoints.delete((unit, ifMatch) -> items.delete(unit, number, line, ifMatch));
    }
}
