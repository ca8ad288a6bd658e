package org.quartermaster.equipment.maintenance;

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

/** Maintenance records by their own id. */
@Path("/api/v1/maintenance")
@Tag(name = "maintenance")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordResource {
    private final Call call;
    private final RecordList list;

    @Inject
    RecordResource(Call call, RecordList list) {
        this.call = call;
        this.list = list;
    }

    @GET
    @Path("{record_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One maintenance record")
    public Uni<RecordView> get(String record_id) {
        call.query().checkQuery();
        return list.get(call.caller(), record_id);
    }
}
