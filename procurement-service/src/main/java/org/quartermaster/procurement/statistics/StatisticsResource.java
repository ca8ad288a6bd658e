package org.quartermaster.procurement.statistics;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.search.TenderFilters;
import org.quartermaster.procurement.search.TenderSearch;
import org.quartermaster.procurement.tender.TenderView;

/** Statistics of tenders. */
@Path("/api/v1/tenders/stats")
@Tag(name = "statistics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class StatisticsResource {
    private static final String FILTERS =
            "Takes the filters of the search, and counts live then; without them as_of says how old the numbers are."
                    + " Values are never added up across currencies.";

    private final Call call;
    private final Statistics statistics;
    private final TenderSearch search;

    @Inject
    StatisticsResource(Call call, Statistics statistics, TenderSearch search) {
        this.call = call;
        this.statistics = statistics;
        this.search = search;
    }

    @GET
    @Path("overview")
    @Operation(summary = "Tenders by status and category, and their values by currency", description = FILTERS)
    public Uni<Overview> overview() {
        return statistics.overview(call.caller(), call.query());
    }

    @GET
    @Path("cpv")
    @Operation(summary = "Tenders and values by division of the CPV", description = FILTERS)
    public Uni<Statistics.Counted<Statistics.OfDivision>> cpv() {
        return statistics.cpv(call.caller(), call.query());
    }

    @GET
    @Path("buyers")
    @Operation(summary = "The buyers with the most tenders, and their values", description = FILTERS)
    public Uni<Statistics.Counted<Statistics.OfBuyer>> buyers() {
        return statistics.buyers(call.caller(), call.query());
    }

    @GET
    @Path("timeline")
    @Operation(summary = "Tenders and values by month, or interval=day, of publication", description = FILTERS)
    public Uni<Statistics.Counted<Statistics.OfPeriod>> timeline() {
        return statistics.timeline(call.caller(), call.query());
    }

    /** The newest tenders. */
    @Schema(name = "RecentTenders")
    record Recent(List<TenderView> items, Instant asOf) {}

    @GET
    @Path("recent")
    @Operation(
            summary = "The tenders that were published last, at most 50",
            description = "Takes the filters of the search.")
    public Uni<Recent> recent() {
        var query = call.query();
        query.integer("limit", 1, 50);
        var asked = TenderFilters.read(call.caller(), query);
        return search.begin().find(call.caller(), query, asked).map(slice -> new Recent(slice.items(), Instant.now()));
    }
}
