package org.quartermaster.procurement.queryhistory;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.list.TimeRange;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** One's own questions and analyses. */
@Path("/api/v1/history")
@Tag(name = "history")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class QueryHistoryResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Writes writes;
    private final QueryHistoryList list;

    @Inject
    QueryHistoryResource(Call call, Endpoints endpoints, Writes writes, QueryHistoryList list) {
        this.call = call;
        this.endpoints = endpoints;
        this.writes = writes;
        this.list = list;
    }

    @GET
    @Path("queries")
    @Operation(summary = "One's own questions, the latest first")
    public Uni<RestResponse<Page<QueryView>>> queries() {
        return endpoints.list(QueryView.class, list::queries);
    }

    @GET
    @Path("queries/{query_id}")
    @Operation(summary = "One of one's own questions, as it was answered")
    @APIResponseSchema(QueryView.class)
    public Uni<Response> query(String query_id) {
        return endpoints.get(caller -> list.query(caller, query_id));
    }

    @DELETE
    @Path("queries/{query_id}")
    @Operation(summary = "Forget a question and its answer")
    public Uni<Response> delete(String query_id) {
        return endpoints.delete((unit, ifMatch) -> list.delete(unit, query_id));
    }

    @DELETE
    @Path("queries")
    @Operation(summary = "Forget one's own questions, all or those of a time")
    public Uni<Response> deleteAll() {
        var query = call.query();
        var range = TimeRange.read(query);
        query.checkQuery();
        return writes.write(call.caller(), unit -> list.deleteAll(unit, range)).map(Answer::response);
    }

    @GET
    @Path("analyses")
    @Operation(summary = "Analyses of tenders that are one's own or the organization's, the latest first")
    public Uni<RestResponse<Page<AnalysisView>>> analyses() {
        return endpoints.list(AnalysisView.class, list::analyses);
    }

    @GET
    @Path("analyses/{analysis_id}")
    @Operation(summary = "One analysis")
    @APIResponseSchema(AnalysisView.class)
    public Uni<Response> analysis(String analysis_id) {
        return endpoints.get(caller -> list.analysis(caller, analysis_id));
    }
}
