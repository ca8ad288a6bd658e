package org.quartermaster.vehicle.market;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.security.Roles;

/** Offers at auctions. */
@Path("/api/v1/lots")
@Tag(name = "market")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class LotResource {
    private final Endpoints endpoints;
    private final Lots lots;
    private final LotSearch search;
    private final Timelines timelines;

    @Inject
    LotResource(Endpoints endpoints, Lots lots, LotSearch search, Timelines timelines) {
        this.endpoints = endpoints;
        this.lots = lots;
        this.search = search;
        this.timelines = timelines;
    }

    @GET
    @Operation(
            summary = "Lots by filter and words, by auction time unless sorted otherwise",
            description = "Several values of a filter are parted by commas. Without a status only listed lots are"
                    + " found. Filters and orders by an amount need its currency. A total beyond 10,000 is a lower"
                    + " bound.")
    public Uni<RestResponse<LotPage>> find() {
        var run = search.begin();
        return endpoints.list(LotView.class, run::find, run::page);
    }

    @GET
    @Path("{lot_id}")
    @Operation(summary = "One lot")
    @APIResponseSchema(LotView.class)
    public Uni<Response> byId(String lot_id) {
        return endpoints.get(caller -> lots.byId(caller, lot_id));
    }

    @GET
    @Path("by-external/{lot_external_id}")
    @Operation(summary = "One lot by the number that its source gave it")
    @APIResponseSchema(LotView.class)
    public Uni<Response> byExternalId(String lot_external_id) {
        return endpoints.get(caller -> lots.byExternalId(caller, lot_external_id));
    }

    @GET
    @Path("{lot_id}/timeline")
    @Operation(summary = "What happened to a lot, the newest first")
    public Uni<RestResponse<Page<TimelineEntry>>> timeline(String lot_id) {
        return endpoints.list(TimelineEntry.class, (caller, query) -> timelines.ofLot(caller, lot_id, query));
    }

    @GET
    @Path("{lot_id}/outcomes")
    @Operation(summary = "What was concluded of a lot, by which rule and evidence, the newest first")
    public Uni<RestResponse<Page<OutcomeView>>> outcomes(String lot_id) {
        return endpoints.list(OutcomeView.class, (caller, query) -> lots.outcomes(caller, lot_id, query));
    }
}
