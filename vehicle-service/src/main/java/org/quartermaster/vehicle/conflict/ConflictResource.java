package org.quartermaster.vehicle.conflict;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Records that contradict what is known of their lot. */
@Path("/api/v1/conflicts")
@Tag(name = "conflicts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
public final class ConflictResource {
    private final Call call;
    private final Endpoints endpoints;
    private final ConflictList list;
    private final Conflicts conflicts;
    private final Idempotency idempotency;

    @Inject
    ConflictResource(Call call, Endpoints endpoints, ConflictList list, Conflicts conflicts, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.conflicts = conflicts;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Records that contradict what was said of their lot at the same time, newest first")
    public Uni<RestResponse<Page<ConflictView>>> find() {
        return endpoints.list(ConflictView.class, list::find);
    }

    @POST
    @Path("{conflict_id}/apply")
    @Blocking
    @Operation(
            summary = "Write the record over the lot",
            description = "Refused when the lot is newer by now, or the conflict was decided before.")
    @APIResponseSchema(ConflictView.class)
    public Response apply(String conflict_id, byte[] body) throws SQLException {
        requireNothing(body);
        return Answer.ok(conflicts.apply(call.caller(), id(conflict_id))).response();
    }

    @POST
    @Path("{conflict_id}/dismiss")
    @Operation(summary = "Leave the lot as it is, and close the conflict")
    @APIResponseSchema(ConflictView.class)
    public Uni<Response> dismiss(String conflict_id, byte[] body) {
        requireNothing(body);
        return idempotency.onceGlobal(call, body, unit -> conflicts.dismiss(unit, id(conflict_id)));
    }

    private void requireNothing(byte[] body) {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
    }

    /** NB: what is no id is that of no conflict. */
    private static long id(String id) {
        return Ids.number(id).orElse(0L);
    }
}
