package org.quartermaster.equipment.machine;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Machines by their distance from a place. */
@Path("/api/v1/equipment/nearest")
@Tag(name = "equipment")
@Produces(MediaType.APPLICATION_JSON)
public final class NearestResource {
    /** Half the circumference of the earth: nothing is further away. */
    private static final String FARTHEST_M = "20037508.34";

    private static final String SQL = "select " + MachineRepository.SELECT + ", n.distance_m"
            + " from nearest_machines($1, $2, $3, $4, $5, $6, $7) n join " + MachineRepository.FROM
            + " on e.equipment_id = n.equipment_id order by n.distance_m, e.equipment_id";

    private final Call call;
    private final TenantDatabase database;

    @Inject
    NearestResource(Call call, TenantDatabase database) {
        this.call = call;
        this.database = database;
    }

    /** A machine and how far it is. */
    public record Near(@JsonUnwrapped MachineView equipment, double distanceM) {}

    /** The nearest machines, nearest first. */
    public record NearList(List<Near> equipment, int count) {}

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Machines nearest to a place, nearest first")
    public Uni<NearList> find() {
        var query = call.query();
        query.require("lat", "lon");
        var lat = query.decimal("lat", 7, "-90", "90").value();
        var lon = query.decimal("lon", 7, "-180", "180").value();
        var limit = query.integer("limit", 1, 100).or(10);
        var distance = query.decimal("max_distance_m", 2, "0", FARTHEST_M).value();
        var types = words(query.words("equipment_type", EquipmentType.class));
        var statuses = words(query.words("status", MachineStatus.class));
        var since = since(query);
        query.checkQuery();
        return database.read(
                        call.caller(),
                        SQL,
                        lat.doubleValue(),
                        lon.doubleValue(),
                        limit,
                        distance == null ? null : distance.doubleValue(),
                        types,
                        statuses,
                        since)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Near(MachineView.of(MachineRepository.read(row)), row.getDouble("distance_m")))
                        .toList())
                .map(near -> new NearList(near, near.size()));
    }

    private static OffsetDateTime since(Fields query) {
        var minutes = query.integer("max_age_minutes", 0, 5_256_000).value();
        return minutes == null
                ? null
                : Instant.now().minus(Duration.ofMinutes(minutes)).atOffset(ZoneOffset.UTC);
    }

    private static String[] words(List<? extends Enum<?>> words) {
        return words.isEmpty() ? null : words.stream().map(Words::of).toArray(String[]::new);
    }
}
