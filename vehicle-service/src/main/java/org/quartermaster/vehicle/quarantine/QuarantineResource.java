package org.quartermaster.vehicle.quarantine;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Records that could not be used, one by one. NB: what reads or loads a record runs on a worker thread. */
@Path("/api/v1/quarantine/{quarantine_id}")
@Tag(name = "quarantine")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
public final class QuarantineResource {
    private final Call call;
    private final Endpoints endpoints;
    private final QuarantineList list;
    private final Quarantine quarantine;
    private final Idempotency idempotency;

    @Inject
    QuarantineResource(
            Call call, Endpoints endpoints, QuarantineList list, Quarantine quarantine, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.quarantine = quarantine;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "One record that could not be used, with its text, reasons and mends")
    @APIResponseSchema(QuarantineView.class)
    public Uni<Response> get(String quarantine_id) {
        var id = QuarantineList.id(quarantine_id);
        return endpoints.get(caller -> list.get(caller, id).map(Answer::ok));
    }

    @PATCH
    @Blocking
    @Operation(
            summary = "Mend a record: single values, or its whole text",
            description = "What came with the file is kept beside it. A value of null takes a mend back, an empty one"
                    + " blanks the column; a new raw_text begins without mended values.")
    @APIResponseSchema(QuarantineView.class)
    public Response patch(String quarantine_id, byte[] body) throws SQLException {
        var id = QuarantineList.id(quarantine_id);
        var ifMatch = call.header("If-Match");
        var input = MendInput.read(call.json(body, Fields.Nulls.CLEAR));
        return Answer.ok(quarantine.mend(call.caller(), id, ifMatch, input)).response();
    }

    @POST
    @Path("replay")
    @Blocking
    @Operation(
            summary = "Apply a record as if it had been right in its file",
            description =
                    "A record that still cannot be used stays open with its reasons of now; one whose lot is newer"
                            + " by now is closed with the effect stale.")
    @APIResponseSchema(QuarantineView.class)
    public Response replay(String quarantine_id, byte[] body) throws SQLException {
        var id = QuarantineList.id(quarantine_id);
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        return Answer.ok(quarantine.replay(call.caller(), id)).response();
    }

    @POST
    @Path("dismiss")
    @Operation(summary = "Close a record without applying it")
    @APIResponseSchema(QuarantineView.class)
    public Uni<Response> dismiss(String quarantine_id, byte[] body) {
        var id = QuarantineList.id(quarantine_id);
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("reason");
        var reason = fields.text("reason", 1, 500).value();
        fields.checkStrictly();
        return idempotency.onceGlobal(call, body, unit -> quarantine.dismiss(unit, id, reason));
    }
}
