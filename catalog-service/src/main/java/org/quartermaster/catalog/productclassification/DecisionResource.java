package org.quartermaster.catalog.productclassification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Decides about classifications that were proposed. */
@Path("/api/v1/classifications")
@Tag(name = "classification")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MANAGER)
public final class DecisionResource {
    private static final int MOST = 500;

    private final Call call;
    private final Endpoints endpoints;
    private final Decisions decisions;
    private final Idempotency idempotency;

    @Inject
    DecisionResource(Call call, Endpoints endpoints, Decisions decisions, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.decisions = decisions;
        this.idempotency = idempotency;
    }

    @POST
    @Path("{id}/confirm")
    @Operation(
            summary = "Confirm what was proposed",
            description = "What was confirmed or proposed for the article in that system before is superseded; 409 when"
                    + " it was decided otherwise.")
    @APIResponseSchema(ClassificationView.class)
    public Uni<Response> confirm(String id, byte[] body) {
        return decide(id, Decision.Verdict.CONFIRMED, body);
    }

    @POST
    @Path("{id}/reject")
    @Operation(summary = "Reject what was proposed; the same code is not proposed again for the name")
    @APIResponseSchema(ClassificationView.class)
    public Uni<Response> reject(String id, byte[] body) {
        return decide(id, Decision.Verdict.REJECTED, body);
    }

    private Uni<Response> decide(String id, Decision.Verdict verdict, byte[] body) {
        return endpoints.put(body, (unit, ifMatch, fields) -> {
            fields.checkStrictly();
            return decisions.decide(unit, new Decision(Articles.id(id), verdict, ifMatch));
        });
    }

    /** What became of each decision, in their order. */
    @Schema(name = "ClassificationDecisions")
    record Outcomes(List<DecisionOutcome> results) {}

    @POST
    @Path("decide")
    @Operation(summary = "Confirm and reject up to 500 classifications; each has a status of its own")
    @APIResponseSchema(Outcomes.class)
    public Uni<Response> decideAll(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("decisions");
        var wanted =
                fields.items("decisions", MOST).stream().map(Decision::read).toList();
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> decisions
                .decide(unit, wanted)
                .map(results -> Answer.ok(new Outcomes(results), null)));
    }
}
