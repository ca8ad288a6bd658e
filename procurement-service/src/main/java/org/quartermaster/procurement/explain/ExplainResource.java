package org.quartermaster.procurement.explain;

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
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.alert.CriteriaInput;
import org.quartermaster.procurement.criteria.Criteria;

/** What criteria make of tenders, and why. */
@Path("/api/v1/alerts")
@Tag(name = "alerts")
@Produces(MediaType.APPLICATION_JSON)
public final class ExplainResource {
    private static final int USUAL_DAYS = 30;
    private static final int MAX_DAYS = 365;
    private static final int MAX_ID = 100;

    private final Call call;
    private final Endpoints endpoints;
    private final Explanations explanations;
    private final Previews previews;

    @Inject
    ExplainResource(Call call, Endpoints endpoints, Explanations explanations, Previews previews) {
        this.call = call;
        this.endpoints = endpoints;
        this.explanations = explanations;
        this.previews = previews;
    }

    @GET
    @Path("{alert_id}/why")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Why an alert tells of a tender, or does not")
    @APIResponseSchema(ExplainedTender.class)
    public Uni<Response> why(String alert_id) {
        return endpoints.get((caller, query) -> {
            query.require("tender_id");
            var tender = query.text("tender_id", 1, MAX_ID).value();
            query.checkQuery();
            return explanations.ofAlert(caller, alert_id, tender).map(found -> Answer.ok(found, null));
        });
    }

    @POST
    @Path("explain")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Why criteria take a tender, or leave it")
    @APIResponseSchema(ExplainedTender.class)
    public Uni<Response> explain(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var criteria = criteria(fields);
        fields.require("tender_id");
        var tender = fields.text("tender_id", 1, MAX_ID).value();
        fields.checkStrictly();
        return explanations.of(call.caller(), criteria, tender).map(found -> Answer.ok(found, null)
                .response());
    }

    private static Criteria criteria(Fields fields) {
        fields.require("criteria");
        return CriteriaInput.read(fields, null)
                .map(criteria -> {
                    criteria.requireAny(fields, "criteria");
                    return criteria;
                })
                .orElse(null);
    }

    @POST
    @Path("preview")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Try criteria on the changes of the last days",
            description = "Nothing is kept or sent. Over many tenders it is a job, whose result is the same.")
    @APIResponseSchema(DryRunView.class)
    public Uni<Response> preview(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var criteria = criteria(fields);
        var days = fields.integer("days", 1, MAX_DAYS).or(USUAL_DAYS);
        fields.checkStrictly();
        return previews.of(call.caller(), criteria, days).map(Answer::response);
    }
}
