package org.quartermaster.equipment.track;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.equipment.samples.HeavyWork;
import org.quartermaster.equipment.samples.TimeRange;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** Where a machine has been. */
@Path("/api/v1/equipment/{equipment_id}/track")
@Tag(name = "telemetry")
@Produces(TrackResource.GEO_JSON)
public final class TrackResource {
    static final String GEO_JSON = "application/geo+json";
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration USUAL = Duration.ofDays(1);

    private final Call call;
    private final TrackReader reader;
    private final ObjectMapper json;

    @Inject
    TrackResource(Call call, TrackReader reader, ObjectMapper json) {
        this.call = call;
        this.reader = reader;
        this.json = json;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Track of a machine as GeoJSON, with the time of each position",
            description = "The last 24 hours unless said otherwise, at most 31 days. simplify_m leaves positions out "
                    + "that are not further than that from the line; without it the smallest distance is taken with "
                    + "which the answer holds at most 50,000 positions, 0 where it can.")
    public Uni<Response> find(String equipment_id) {
        var query = call.query();
        var owner = MachinePresence.read(call.caller(), query, equipment_id);
        var to = query.time("to").or(Instant.now().truncatedTo(ChronoUnit.MICROS));
        var range = TimeRange.read(query, new TimeRange(to.minus(USUAL), to));
        if (range.isLongerThan(LONGEST)) {
            query.error("from", "range_too_long", LONGEST.toDays());
        }
        var metres = query.decimal("simplify_m", 2, "0", "100000").value();
        query.checkQuery();
        return reader.read(call.caller(), owner, range, new Track(metres == null ? null : metres.doubleValue()))
                .chain(track -> HeavyWork.run(() -> write(equipment_id, range, track)))
                .map(body -> Response.ok(body).type(GEO_JSON).build());
    }

    private byte[] write(String equipmentId, TimeRange range, Track track) throws JsonProcessingException {
        return json.writeValueAsBytes(GeoJson.feature(equipmentId, range, track));
    }
}
