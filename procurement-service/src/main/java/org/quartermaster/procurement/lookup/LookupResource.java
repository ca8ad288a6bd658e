package org.quartermaster.procurement.lookup;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.tender.TenderDetail;
import org.quartermaster.procurement.usage.UsageAction;
import org.quartermaster.procurement.usage.UsageLog;

/** One tender, and those like it. */
@Path("/api/v1/tenders")
@Tag(name = "tenders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class LookupResource {
    private static final int USUAL = 10;
    private static final int MOST = 20;

    private final Call call;
    private final Endpoints endpoints;
    private final TenderLookup lookup;
    private final SimilarTenders similar;
    private final UsageLog usage;

    @Inject
    LookupResource(Call call, Endpoints endpoints, TenderLookup lookup, SimilarTenders similar, UsageLog usage) {
        this.call = call;
        this.endpoints = endpoints;
        this.lookup = lookup;
        this.similar = similar;
        this.usage = usage;
    }

    @GET
    @Path("{tender_id}")
    @Operation(
            summary = "One tender with its lots, items, awards, contracts, parties and warnings",
            description = "expand=documents adds the documents. quotations and alerts are those of the caller's own"
                    + " organization; suggested_cpv are listed codes that stand in the documents.")
    @APIResponseSchema(TenderDetail.class)
    public Uni<Response> get(String tender_id) {
        return endpoints.get((caller, query) ->
                lookup.get(caller, tender_id, query).invoke(() -> usage.note(caller, UsageAction.VIEW, Map.of())));
    }

    @GET
    @Path("{tender_id}/similar")
    @Operation(summary = "Tenders like one, the most alike first, each with the reasons")
    public Uni<SimilarTenders.SimilarPage> similar(String tender_id) {
        var query = call.query();
        var limit = query.integer("limit", 1, MOST).or(USUAL);
        query.checkQuery();
        return similar.find(call.caller(), tender_id, limit);
    }
}
