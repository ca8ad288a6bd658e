package org.quartermaster.procurement.savedsearch;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.tender.TenderView;

/** Searches that one keeps. */
@Path("/api/v1/saved-searches")
@Tag(name = "saved searches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class SavedSearchResource {
    private final Call call;
    private final Endpoints endpoints;
    private final SavedSearchList list;
    private final SavedSearches searches;
    private final Results results;
    private final Idempotency idempotency;

    @Inject
    SavedSearchResource(
            Call call,
            Endpoints endpoints,
            SavedSearchList list,
            SavedSearches searches,
            Results results,
            Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.searches = searches;
        this.results = results;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "One's own saved searches, the newest first")
    public Uni<RestResponse<Page<SavedSearchView>>> find() {
        return endpoints.list(SavedSearchView.class, list::find);
    }

    @GET
    @Path("{search_id}")
    @Operation(summary = "One saved search")
    @APIResponseSchema(SavedSearchView.class)
    public Uni<Response> get(String search_id) {
        return endpoints.get(
                caller -> list.find(caller, search_id).map(SavedSearchView::of).map(Answer::ok));
    }

    @POST
    @Operation(summary = "Keep a search; with is_alert it makes an alert, which follows it")
    @APIResponseSchema(value = SavedSearchView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("name", "criteria");
        var search = new SavedSearch();
        SavedSearches.apply(fields, search);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> searches.create(unit, search));
    }

    @PATCH
    @Path("{search_id}")
    @Operation(summary = "Change the given fields (JSON Merge Patch)")
    @APIResponseSchema(SavedSearchView.class)
    public Uni<Response> patch(String search_id, byte[] body) {
        return endpoints.patch(body, (unit, ifMatch, fields) -> searches.update(unit, search_id, ifMatch, fields));
    }

    @DELETE
    @Path("{search_id}")
    @Operation(summary = "Delete a saved search and the alert that it made")
    public Uni<Response> delete(String search_id) {
        return endpoints.delete((unit, ifMatch) -> searches.delete(unit, search_id, ifMatch));
    }

    @GET
    @Path("{search_id}/results")
    @Operation(
            summary = "Run a saved search",
            description = "new_only gives the tenders with a change since the last such run; the mark moves when its"
                    + " last page was given.")
    public Uni<RestResponse<Page<TenderView>>> results(String search_id) {
        return endpoints.list(TenderView.class, (caller, query) -> results.find(caller, search_id, query));
    }
}
