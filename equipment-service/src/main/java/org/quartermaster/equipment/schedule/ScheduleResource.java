package org.quartermaster.equipment.schedule;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** What the workshop has before it. */
@Path("/api/v1/equipment/maintenance-schedule")
@Tag(name = "maintenance")
@Produces(MediaType.APPLICATION_JSON)
public final class ScheduleResource {
    private final Call call;
    private final ScheduleQuery schedule;

    @Inject
    ScheduleResource(Call call, ScheduleQuery schedule) {
        this.call = call;
        this.schedule = schedule;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Work that falls due in the coming days, overdue first, then by date")
    public Uni<MaintenanceSchedule> comingWork() {
        return schedule.find(call.caller(), call.query());
    }
}
