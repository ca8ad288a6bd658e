package org.quartermaster.procurement.search;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.tender.TenderView;
import org.quartermaster.procurement.usage.UsageAction;
import org.quartermaster.procurement.usage.UsageLog;

/** The search of tenders. */
@Path("/api/v1/tenders")
@Tag(name = "tenders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class SearchResource {
    private final Call call;
    private final Endpoints endpoints;
    private final TenderSearch search;
    private final UsageLog usage;

    @Inject
    SearchResource(Call call, Endpoints endpoints, TenderSearch search, UsageLog usage) {
        this.call = call;
        this.endpoints = endpoints;
        this.search = search;
        this.usage = usage;
    }

    @GET
    @Operation(
            summary = "Tenders by words and filters, the newest publication first unless sorted otherwise",
            description = "All filters must be fulfilled; several values of one are parted by commas or repeated, and"
                    + " one of them must be. In q, words and quoted phrases must all be found, -term excludes, and"
                    + " a OR b asks for one of both; a word of more than three characters is the beginning of one,"
                    + " word* always, and =word never. Bounds are included; a date bound is a day in UTC or an instant."
                    + " Sort by publication_date, closing_date, updated_at, title, value (needs currency) or relevance"
                    + " (needs q); what is unknown comes last both ways. A total above 10,000 is an estimate.")
    public Uni<RestResponse<TenderPage>> find() {
        var run = search.begin();
        var caller = call.caller();
        return endpoints.list(TenderView.class, run::find, found -> noted(caller, run.page(found)));
    }

    @POST
    @Path("search")
    @Operation(
            summary = "Tenders that an alert with the same criteria would find",
            description = "The body has criteria, sort, limit, cursor, facets, and currency where the order needs one.")
    public Uni<RestResponse<TenderPage>> search(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var run = search.begin();
        var asked = Asked.of(Criteria.read(fields.nested("criteria")));
        var found = run.find(call.caller(), fields, asked);
        fields.checkStrictly();
        var caller = call.caller();
        return found.map(run::page).map(page -> RestResponse.ok(noted(caller, page)));
    }

    private TenderPage noted(Caller caller, TenderPage page) {
        usage.note(caller, UsageAction.SEARCH, Map.of("hits", page.total()));
        return page;
    }
}
