package org.quartermaster.catalog.classification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Suggests codes for names, and tells what that is worth. */
@Path("/api/v1/classification")
@Tag(name = "classification")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class SuggestionResource {
    private static final int MOST_NAMES = 1_000;

    private final Call call;
    private final Endpoints endpoints;
    private final Suggestions suggestions;
    private final Quality quality;

    @Inject
    SuggestionResource(Call call, Endpoints endpoints, Suggestions suggestions, Quality quality) {
        this.call = call;
        this.endpoints = endpoints;
        this.suggestions = suggestions;
        this.quality = quality;
    }

    @POST
    @Path("suggest")
    @Operation(
            summary = "Suggest codes for a name, with reasons",
            description = "abstain means that the first code is not sure enough to be proposed, or that the name has"
                    + " nothing in common with what is known.")
    public Uni<SuggestionView> suggest(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var request = SuggestionRequest.read(fields);
        fields.checkStrictly();
        return suggestions.suggest(call.caller(), request);
    }

    /** The answers, in the order of the names. */
    @Schema(name = "ClassificationSuggestionBatch")
    record Batch(List<SuggestionView> items) {}

    @POST
    @Path("suggest/batch")
    @BodyLimit(8)
    @Operation(summary = "Suggest codes for up to 1,000 names")
    public Uni<Batch> suggestAll(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("items");
        var requests = fields.items("items", MOST_NAMES).stream()
                .map(SuggestionRequest::read)
                .toList();
        fields.checkStrictly();
        return suggestions.suggest(call.caller(), requests).map(Batch::new);
    }

    @GET
    @Path("quality")
    @Operation(summary = "The last evaluation, with precision by coverage; 404 while nothing was measured")
    @APIResponseSchema(QualityView.class)
    public Uni<Response> quality() {
        return endpoints.get((caller, query) -> quality.last(caller, query).map(Answer::ok));
    }
}
