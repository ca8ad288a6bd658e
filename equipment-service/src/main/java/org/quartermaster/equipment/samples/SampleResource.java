package org.quartermaster.equipment.samples;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.list.TimeRange;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** The samples of one machine. */
@Path("/api/v1/equipment")
@Tag(name = "telemetry")
public final class SampleResource {
    private final Call call;
    private final Endpoints endpoints;
    private final SampleList samples;
    private final SummaryList summaries;
    private final SampleExport export;

    @Inject
    SampleResource(Call call, Endpoints endpoints, SampleList samples, SummaryList summaries, SampleExport export) {
        this.call = call;
        this.endpoints = endpoints;
        this.samples = samples;
        this.summaries = summaries;
        this.export = export;
    }

    @GET
    @Path("{equipment_id}/telemetry")
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Samples of a machine, or their minimum, maximum, average and last value by bucket",
            description = "With Accept text/csv the whole range is streamed, without limit, cursor and bucket.")
    public Uni<RestResponse<Page<Measured>>> find(String equipment_id) {
        return call.query().has("bucket")
                ? endpoints.list(Summary.class, (caller, query) -> summaries.find(caller, equipment_id, query))
                : endpoints.list(SampleView.class, (caller, query) -> samples.find(caller, equipment_id, query));
    }

    @GET
    @Path("{equipment_id}/telemetry")
    @RolesAllowed(Roles.VIEWER)
    // NB: without the lower quality it would be the answer to those who accept anything.
    @Produces("text/csv;qs=0.5")
    @Operation(hidden = true)
    public RestMulti<String> export(String equipment_id) {
        var query = call.query();
        var machine = MachinePresence.read(call.caller(), query, equipment_id);
        var range = TimeRange.read(query);
        var order = query.word("order", Order.class).or(Order.NEWEST);
        query.checkQuery();
        return export.stream(call.caller(), machine, range, order);
    }
}
