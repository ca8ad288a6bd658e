package org.quartermaster.catalog.recommendation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Work that should be done, and what it needs. */
@Path("/api/v1/recommendations")
@Tag(name = "recommendations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class RecommendationResource {
    private static final String[] REQUIRED = {"title", "description", "category"};

    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final RecommendationList list;
    private final Recommendations service;
    private final SavedSuggestions suggestions;

    @Inject
    RecommendationResource(
            Call call,
            Endpoints endpoints,
            Idempotency idempotency,
            RecommendationList list,
            Recommendations service,
            SavedSuggestions suggestions) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.list = list;
        this.service = service;
        this.suggestions = suggestions;
    }

    @GET
    @Operation(summary = "Recommendations by filter, the newest first unless sorted otherwise")
    public Uni<RestResponse<CatalogPage<RecommendationView>>> find() {
        return endpoints.list(RecommendationView.class, list::find, CatalogPage::of);
    }

    @GET
    @Path("{recommendation_id}")
    @Operation(summary = "One recommendation, its items with price and stock as they are now")
    @APIResponseSchema(RecommendationView.class)
    public Uni<Response> get(String recommendation_id) {
        var id = RecommendationTable.id(recommendation_id);
        return endpoints.get(caller -> list.get(caller, id).map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Recommend work by hand")
    @APIResponseSchema(value = RecommendationView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require(REQUIRED);
        var row = new RecommendationRow();
        RecommendationInput.apply(fields, Saving.WHOLE, row);
        RecommendationInput.source(fields, row);
        var wishes = RecommendationInput.items(fields, Saving.WHOLE, List.of());
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> service.create(unit, row, wishes));
    }

    @POST
    @Path("suggest")
    @Operation(
            summary = "Propose parts, protective equipment and tools, with reasons",
            description = "For a task in words or by its id, a kind of maintenance of a machine, a request or a"
                    + " quotation. Nothing is stored unless save is true, which is for managers.")
    @APIResponseSchema(Suggestion.class)
    public Uni<Response> suggest(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var question = WorkQuestion.read(fields);
        var isSaved = fields.bool("save").or(false);
        fields.checkStrictly();
        if (isSaved && !call.caller().is(Roles.MANAGER)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return idempotency.once(call, body, unit -> suggestions.suggest(unit, question, isSaved));
    }

    @PUT
    @Path("{recommendation_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change a recommendation as a whole; needs If-Match or the version")
    @APIResponseSchema(RecommendationView.class)
    public Uni<Response> put(String recommendation_id, byte[] body) {
        var id = RecommendationTable.id(recommendation_id);
        return endpoints.put(body, (unit, ifMatch, fields) -> {
            fields.require(REQUIRED);
            return service.save(unit, id, ifMatch, Saving.WHOLE, fields);
        });
    }

    @PATCH
    @Path("{recommendation_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Change the given fields; needs If-Match or the version",
            description = "JSON Merge Patch, but that items are found by their id, and those not named stay.")
    @APIResponseSchema(RecommendationView.class)
    public Uni<Response> patch(String recommendation_id, byte[] body) {
        var id = RecommendationTable.id(recommendation_id);
        return endpoints.patch(body, (unit, ifMatch, fields) -> {
            fields.require(REQUIRED);
            fields.require("status");
            return service.save(unit, id, ifMatch, Saving.PART, fields);
        });
    }
}
