package org.quartermaster.vehicle.imports;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** What a data admin decides about an import that has ended. */
@Path("/api/v1/imports/{import_id}")
@Tag(name = "imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
public final class ImportStepResource {
    private final Call call;
    private final GateOpening gates;
    private final Retries retries;
    private final ImportList imports;

    @Inject
    ImportStepResource(Call call, GateOpening gates, Retries retries, ImportList imports) {
        this.call = call;
        this.gates = gates;
        this.retries = retries;
        this.imports = imports;
    }

    /** What may be decided about a gate. */
    @Schema(name = "GateDecision")
    enum Decision {
        OPEN
    }

    @POST
    @Path("gate")
    @Blocking
    @Operation(
            summary = "Open the gate of a loaded snapshot: the lots that it did not name are gone",
            description = "Possible while no newer snapshot of the source is loaded. Once more changes nothing.")
    @APIResponseSchema(ImportView.class)
    public Response gate(String import_id, byte[] body) throws SQLException {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("decision", "reason");
        fields.word("decision", Decision.class);
        var reason = fields.text("reason", 3, 500).value();
        fields.checkStrictly();
        return Answer.ok(gates.open(call.caller(), ImportList.uuid(import_id), reason))
                .response();
    }

    @POST
    @Path("retry")
    @Blocking
    @Operation(
            summary = "Import the file of a failed, rejected or cancelled import once more, as a new import",
            description = "Files are kept for a day; send one that is gone again.")
    @APIResponse(
            responseCode = "202",
            description = "The new import was queued, or runs already; Location names its job",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same bytes were loaded since; nothing was written",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Uni<Response> retry(String import_id, byte[] body) throws SQLException, IOException {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        var caller = call.caller();
        var entry = retries.again(caller, ImportList.uuid(import_id));
        return imports.get(caller, entry.id().toString()).map(view -> ImportResource.answer(entry, view));
    }
}
