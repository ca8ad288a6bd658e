package org.quartermaster.procurement.history;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.history.ChangeHistory.TenderChange;

/** How a tender came to be what it is. */
@Path("/api/v1/tenders/{tender_id}")
@Tag(name = "tenders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class HistoryResource {
    private static final int MOST_VERSIONS = Integer.MAX_VALUE;

    private final Call call;
    private final Endpoints endpoints;
    private final ChangeHistory history;
    private final ProcessReleases releases;
    private final Versions versions;

    @Inject
    HistoryResource(
            Call call, Endpoints endpoints, ChangeHistory history, ProcessReleases releases, Versions versions) {
        this.call = call;
        this.endpoints = endpoints;
        this.history = history;
        this.releases = releases;
        this.versions = versions;
    }

    @GET
    @Path("history")
    @Operation(summary = "The changes of a tender, the newest first, each with the release that made it")
    public Uni<RestResponse<Page<TenderChange>>> history(String tender_id) {
        return endpoints.list(TenderChange.class, (caller, query) -> history.find(caller, tender_id, query));
    }

    @GET
    @Path("provenance")
    @Operation(
            summary = "For each field of a tender its place in the compiled release, and the release that set it",
            description = "all=true gives every place of the compiled release.")
    public Uni<Provenance.Origins> provenance(String tender_id) {
        var query = call.query();
        var isWhole = query.bool("all").or(false);
        query.checkQuery();
        return releases.read(call.caller(), tender_id).chain(past -> HeavyWork.run(() -> Provenance.of(past, isWhole)));
    }

    @GET
    @Path("versions/{material_version}")
    @Operation(summary = "A tender as it was at a material version")
    public Uni<Versions.TenderVersionView> version(String tender_id, String material_version) {
        call.query().checkQuery();
        var version =
                Ids.number(material_version).orElseThrow(() -> Problem.invalid("material_version", "int_parsing"));
        return releases.read(call.caller(), tender_id).chain(past -> HeavyWork.run(() -> versions.at(past, version)));
    }

    @GET
    @Path("diff")
    @Operation(summary = "What differs between two material versions of a tender")
    public Uni<Versions.TenderDiff> diff(String tender_id) {
        var query = call.query();
        query.require("from", "to");
        var from = query.integer("from", 1, MOST_VERSIONS).or(1);
        var to = query.integer("to", 1, MOST_VERSIONS).or(1);
        query.checkQuery();
        return releases.read(call.caller(), tender_id)
                .chain(past -> HeavyWork.run(() -> versions.between(past, from, to)));
    }
}
