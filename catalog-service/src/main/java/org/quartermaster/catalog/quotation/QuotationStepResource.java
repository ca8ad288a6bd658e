package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.catalog.quotation.QuotationSteps.Acceptance;
import org.quartermaster.catalog.reservation.QuotationStock.OnShortage;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** What is done with a quotation on its way; each step is possible in some states alone, else 409. */
@Path("/api/v1/quotations/{id}")
@Tag(name = "quotations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MANAGER)
public final class QuotationStepResource {
    private static final int NAME = 300;
    private static final int TEXT = 20_000;

    private final Call call;
    private final Idempotency idempotency;
    private final Sending sending;
    private final QuotationSteps steps;
    private final Revisions revisions;
    private final DraftChanges changes;

    @Inject
    QuotationStepResource(
            Call call,
            Idempotency idempotency,
            Sending sending,
            QuotationSteps steps,
            Revisions revisions,
            DraftChanges changes) {
        this.call = call;
        this.idempotency = idempotency;
        this.sending = sending;
        this.steps = steps;
        this.revisions = revisions;
        this.changes = changes;
    }

    private Uni<Response> plain(String id, byte[] body, BiFunction<UnitOfWork, Long, Uni<Answer>> step) {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        var number = QuotationRepository.id(id);
        return idempotency.once(call, body, unit -> step.apply(unit, number));
    }

    @POST
    @Path("send")
    @Operation(
            summary = "Send a draft",
            description = "Lines and PDF are frozen; the revision that was sent before is superseded. No mail is sent.")
    @APIResponseSchema(QuotationView.class)
    public Uni<Response> send(String id, byte[] body) {
        return plain(id, body, sending::send);
    }

    @POST
    @Path("accept")
    @Operation(
            summary = "Note that the client accepted, and hold the stock",
            description = "Too little stock is 409, unless on_shortage is backorder: then what there is is held, and"
                    + " the rest listed.")
    @APIResponseSchema(QuotationView.class)
    public Uni<Response> accept(String id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var acceptance = new Acceptance(
                fields.text("accepted_by", 0, NAME).value(),
                fields.text("reference", 0, NAME).value(),
                fields.word("on_shortage", OnShortage.class).or(OnShortage.FAIL));
        fields.checkStrictly();
        var number = QuotationRepository.id(id);
        return idempotency.once(call, body, unit -> steps.accept(unit, number, acceptance));
    }

    @POST
    @Path("reject")
    @Operation(summary = "Note that the client rejected")
    @APIResponseSchema(QuotationView.class)
    public Uni<Response> reject(String id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var reason = fields.text("reason", 0, TEXT).value();
        fields.checkStrictly();
        var number = QuotationRepository.id(id);
        return idempotency.once(call, body, unit -> steps.reject(unit, number, reason));
    }

    @POST
    @Path("cancel")
    @Operation(summary = "Call off a draft, or an accepted quotation, whose stock is free again")
    @APIResponseSchema(QuotationView.class)
    public Uni<Response> cancel(String id, byte[] body) {
        return plain(id, body, steps::cancel);
    }

    @POST
    @Path("reprice")
    @Operation(summary = "Resolve the prices of a draft anew; typed ones stay")
    @APIResponseSchema(QuotationView.class)
    public Uni<Response> reprice(String id, byte[] body) {
        return plain(id, body, changes::reprice);
    }

    @POST
    @Path("revise")
    @Operation(
            summary = "Make the next revision as a draft under the same number",
            description = "Prices are resolved anew unless keep_prices is true.")
    @APIResponseSchema(value = QuotationView.class, responseCode = "201")
    public Uni<Response> revise(String id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var keepsPrices = fields.bool("keep_prices").or(false);
        fields.checkStrictly();
        var number = QuotationRepository.id(id);
        return idempotency.once(call, body, unit -> revisions.revise(unit, number, keepsPrices));
    }
}
