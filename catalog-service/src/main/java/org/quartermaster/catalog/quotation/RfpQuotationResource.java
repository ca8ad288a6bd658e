package org.quartermaster.catalog.quotation;

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
import org.quartermaster.catalog.quotation.RfpQuotations.Wish;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Quotations of a request. */
@Path("/api/v1/rfps/{id}/quotations")
@Tag(name = "quotations")
@Produces(MediaType.APPLICATION_JSON)
public final class RfpQuotationResource {
    private static final int NAME = 300;
    private static final int CURRENCY = 3;

    private final Call call;
    private final Idempotency idempotency;
    private final RfpQuotations quotations;

    @Inject
    RfpQuotationResource(Call call, Idempotency idempotency, RfpQuotations quotations) {
        this.call = call;
        this.idempotency = idempotency;
        this.quotations = quotations;
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Draft a quotation from an analysed request",
            description = "One item for each line that is not rejected or excluded. A line without a chosen product, or"
                    + " whose product has no price, has none, and the totals leave it out.")
    @APIResponseSchema(value = QuotationView.class, responseCode = "201")
    public Uni<Response> draft(String id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var wish = new Wish(
                Numbers.id(fields, "customer_id").value(),
                fields.text("currency", CURRENCY, CURRENCY).value(),
                fields.time("valid_until").value(),
                fields.text("project_title", 1, NAME).value());
        fields.checkStrictly();
        var rfp = QuotationRepository.id(id);
        return idempotency.once(call, body, unit -> quotations
                .draft(unit, rfp, wish)
                .map(made -> Answer.created(made, Drafts.PATH + made.quotation().id())));
    }
}
