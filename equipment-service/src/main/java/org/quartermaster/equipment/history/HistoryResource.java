package org.quartermaster.equipment.history;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.list.Links;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** Who changed what of a machine. */
@Path("/api/v1/equipment/{equipment_id}/history")
@Tag(name = "equipment")
@Produces(MediaType.APPLICATION_JSON)
public final class HistoryResource {
    private final Call call;
    private final HistoryList list;

    @Inject
    HistoryResource(Call call, HistoryList list) {
        this.call = call;
        this.list = list;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Changes of a machine, its plans, alerts, records and meters, the newest first")
    @APIResponseSchema(HistoryPage.class)
    public Uni<Response> changes(String equipment_id) {
        return list.find(call.caller(), equipment_id, call.query())
                .map(page -> Response.ok(new HistoryPage(page.items(), page.total(), page.totalExact(), page.next()))
                        .header("Link", Links.of(call, page))
                        .build());
    }
}
