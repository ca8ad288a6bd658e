package org.quartermaster.equipment.usage;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.platform.list.TimeRange;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** How much a machine was used. */
@Path("/api/v1/equipment/{equipment_id}/usage")
@Tag(name = "telemetry")
@Produces(MediaType.APPLICATION_JSON)
public final class UsageResource {
    private static final Duration USUAL = Duration.ofDays(30);
    private static final int MOST = 1_000;

    private final Call call;
    private final UsageList list;

    @Inject
    UsageResource(Call call, UsageList list) {
        this.call = call;
        this.list = list;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Hours, kilometres and distance of a machine by day, ISO week or month",
            description = "The last 30 days unless said otherwise. Totals at the edges are interpolated between the "
                    + "readings around them; from and to may lie within a day.")
    public Uni<UsageReport> find(String equipment_id) {
        var query = call.query();
        var machine = MachinePresence.read(call.caller(), query, equipment_id);
        var to = query.time("to").or(Instant.now().truncatedTo(ChronoUnit.MICROS));
        var usual = new TimeRange(to.minus(USUAL).truncatedTo(ChronoUnit.DAYS), to);
        var range = TimeRange.read(query, usual);
        var period = query.word("bucket", Period.class).or(Period.DAY);
        var edges = period.edges(range.from(), range.to(), MOST);
        if (edges.size() > MOST + 1) {
            query.error("bucket", "too_many_buckets", MOST);
        }
        query.checkQuery();
        return list.find(call.caller(), machine, edges).map(items -> new UsageReport(equipment_id, period, items));
    }
}
